// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where the environment with tracing is written. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class TracingVariantTest {

    @TempDir
    private Path folder;

    @AfterEach
    void nothingElsewhere() {
        System.clearProperty(Checkout.ENVIRONMENTS_PROPERTY);
        System.clearProperty(Checkout.STATE_PROPERTY);
    }

    /** The archive here has no CDK app, which therefore ends; the environment's file is written before. */
    @Test
    void nothingIsWrittenToAnArchiveThatProjectsShare() throws IOException {
        Path archive = Files.createDirectories(folder.resolve("archive"));
        Path classes = Files.createDirectories(archive.resolve("platform-infra/target/classes"));
        Files.writeString(classes.resolveSibling("classpath.txt"), "");
        Path project = folder.resolve("demo");
        Files.createDirectories(project.resolve("environments"));
        Files.copy(Path.of("../../platform-infra/environments/local.yaml"),
                project.resolve("environments/local.yaml"));
        System.setProperty(Checkout.ENVIRONMENTS_PROPERTY, project.resolve("environments").toString());
        System.setProperty(Checkout.STATE_PROPERTY, project.resolve(".highlands").toString());

        assertThatThrownBy(() -> new TracingVariant(new Checkout(archive), null).variant("local", true))
                .isInstanceOf(ControlException.class);
        assertThat(project.resolve(".highlands/rehearsal/environments/local.yaml")).content()
                .contains("tracing:\n  enabled: true\n");
        assertThat(archive).isDirectoryNotContaining("glob:**/target");
    }
}
