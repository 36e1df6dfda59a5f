// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which changed file makes which image stale. */
class SourceStateTest {

    private static final FileTime EARLIER = FileTime.from(Instant.parse("2026-11-01T11:00:00Z"));
    private static final FileTime LATER = FileTime.from(Instant.parse("2026-11-01T12:00:01Z"));

    @TempDir
    private Path project;
    private Path orders;
    private String before;

    @BeforeEach
    void aProject() throws IOException {
        orders = project.resolve("services/orders");
        for (String file : new String[]{"services/orders/src/image/training.txt",
                "services/stock/src/image/training.txt",
                "services/orders/pom.xml", "pom.xml"}) {
            touch(file, EARLIER);
        }
        touch("services/orders/src/main/java/com/example/target/Old.java", EARLIER);
        before = state();
    }

    private void touch(String name, FileTime time) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
        Files.setLastModifiedTime(file, time);
    }

    private String state() throws IOException {
        return new SourceState(project).of(orders);
    }

    @Test
    void theSameFilesAreTheSameState() throws IOException {
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aFileThatIsDeletedOrReplacedByAnOlderOneIsAChange() throws IOException {
        touch("services/orders/pom.xml", FileTime.from(EARLIER.toInstant().minusSeconds(60)));
        String older = state();
        Files.delete(project.resolve("services/orders/src/main/java/com/example/target/Old.java"));

        assertThat(older).isNotEqualTo(before);
        assertThat(state()).isNotEqualTo(older);
    }

    @ParameterizedTest
    @ValueSource(strings = {"services/orders/src/main/java/A.java", "services/orders/pom.xml", "pom.xml",
            "build/service-parent.xml", "library/src/main/java/B.java",
            "services/orders/src/main/java/com/example/test/target/A.java",
            "services/orders/src/main/resources/page.md", "services/orders/src/main/java/com/example/runbooks/A.java",
            "services/shared/src/main/java/C.java"})
    void itsOwnSourcesThePomsAndModulesThatAreNoServiceAre(String file) throws IOException {
        touch(file, LATER);

        assertThat(state()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"services/stock/src/main/java/A.java", "services/orders/target/image/image.json",
            "services/orders/src/test/java/T.java", "services/orders/README.md", "environments/local.yaml",
            "services.yaml", ".git/index", ".highlands/local.log", "runbooks/edge-errors.md"})
    void anotherServiceTestsPagesAndStateAreNot(String file) throws IOException {
        touch(file, LATER);

        assertThat(state()).isEqualTo(before);
    }
}
