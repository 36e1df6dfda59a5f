// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where modules are looked for whose name a new one must not have. */
class PomsTest {

    @TempDir
    private Path folder;

    private SampleCheckout sample;

    @BeforeEach
    void aCheckout() throws IOException {
        sample = SampleCheckout.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"target", ".highlands"})
    void aModuleOfACopyInAFolderOfOutputIsNone(String output) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(output).resolve("copy"));
        Files.writeString(copy.resolve("pom.xml"), "<project><artifactId>service-d</artifactId></project>\n");
        sample.add("service-d", "service-c");

        assertThat(folder.resolve("services/service-d/pom.xml")).exists();
    }

    @Test
    void aFolderThatMayNotBeReadIsRefused() throws IOException {
        Path locked = Files.createDirectories(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, Set.of());
        try {
            Assumptions.assumeFalse(Files.isReadable(locked), "root reads everything");
            assertThatThrownBy(() -> sample.add("service-d")).isInstanceOf(ControlException.class)
                    .hasMessage(locked + " cannot be read: permission denied");
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
