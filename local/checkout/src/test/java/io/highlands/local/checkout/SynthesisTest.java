// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** When the CDK app runs again. */
class SynthesisTest {

    private static final Instant SYNTHESIZED = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    private Path root;

    @BeforeEach
    void stacksThatAreNewerThanWhatTheyAreMadeFrom() throws IOException {
        for (String file : List.of("environments/local.yaml", "services.yaml", "target/classes/A.class")) {
            touch("platform-infra/" + file, SYNTHESIZED.minusSeconds(1));
        }
        touch("platform-infra/target/cdk.out/local/manifest.json", SYNTHESIZED);
        touch("pom.xml", SYNTHESIZED);
        Files.setLastModifiedTime(root.resolve("platform-infra/target/classes"),
                FileTime.from(SYNTHESIZED.minusSeconds(1)));
    }

    @Test
    void stacksThatAreNewerThanWhatTheyAreMadeFromStay() {
        assertThat(new Synthesis(new Checkout(root)).isStale("local")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"environments/local.yaml", "services.yaml", "target/classes/A.class"})
    void stacksAreStaleWhereWhatTheyAreMadeFromIsNewer(String file) throws IOException {
        touch("platform-infra/" + file, SYNTHESIZED.plusSeconds(1));

        assertThat(new Synthesis(new Checkout(root)).isStale("local")).isTrue();
    }

    @Test
    void stacksOfAnotherVersionOfAnArchiveAreStaleWhateverTheirTime() throws IOException {
        Files.delete(root.resolve("pom.xml"));
        Checkout archive = new Checkout(root);
        AppVersion.write(archive.platformInfra(), archive.assembly("local"));
        assertThat(new Synthesis(archive).isStale("local")).isFalse();

        Path classes = root.resolve("platform-infra/target/classes");
        Files.writeString(classes.resolve("A.class"), "another version");
        Files.setLastModifiedTime(classes.resolve("A.class"), FileTime.from(SYNTHESIZED.minusSeconds(1)));

        assertThat(new Synthesis(archive).isStale("local")).isTrue();
    }

    private void touch(String file, Instant time) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        Files.setLastModifiedTime(path, FileTime.from(time));
    }
}
