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
class ChangedSourcesTest {

    private static final FileTime BUILT = FileTime.from(Instant.parse("2026-11-01T12:00:00Z"));
    private static final FileTime EARLIER = FileTime.from(Instant.parse("2026-11-01T11:00:00Z"));
    private static final FileTime LATER = FileTime.from(Instant.parse("2026-11-01T12:00:01Z"));

    @TempDir
    private Path project;
    private Path orders;

    @BeforeEach
    void aProject() throws IOException {
        orders = project.resolve("services/orders");
        for (String file : new String[]{"services/orders/src/image/training.txt",
                "services/stock/src/image/training.txt",
                "services/orders/pom.xml", "pom.xml"}) {
            touch(file, EARLIER);
        }
    }

    private void touch(String name, FileTime time) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
        Files.setLastModifiedTime(file, time);
    }

    @Test
    void nothingIsNewer() throws IOException {
        assertThat(new ChangedSources(project).areNewer(orders, BUILT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"services/orders/src/main/java/A.java", "services/orders/pom.xml", "pom.xml",
            "build/service-parent.xml", "library/src/main/java/B.java", "services/shared/src/main/java/C.java"})
    void itsOwnSourcesThePomsAndModulesThatAreNoServiceAre(String file) throws IOException {
        touch(file, LATER);

        assertThat(new ChangedSources(project).areNewer(orders, BUILT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"services/stock/src/main/java/A.java", "services/orders/target/image/image.json",
            "services/orders/src/test/java/T.java", "services/orders/README.md", "environments/local.yaml",
            "services.yaml", ".git/index", ".highlands/local.log", "runbooks/edge-errors.md"})
    void anotherServiceTestsPagesAndStateAreNot(String file) throws IOException {
        touch(file, LATER);

        assertThat(new ChangedSources(project).areNewer(orders, BUILT)).isFalse();
    }
}
