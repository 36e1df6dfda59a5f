// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where the environment with tracing is written that runbooks are held against. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class RunbookFactsTest {

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
        Files.copy(HighlandsProcess.CHECKOUT.resolve("platform-infra/environments/local.yaml"),
                project.resolve("environments/local.yaml"));
        Path state = project.resolve(".highlands");
        Path manifest = Files.createDirectories(state.resolve("cdk.out/local")).resolve("manifest.json");
        Files.writeString(manifest, "{}");
        Files.setLastModifiedTime(manifest, FileTime.from(Instant.now().plusSeconds(60)));
        System.setProperty(Checkout.ENVIRONMENTS_PROPERTY, project.resolve("environments").toString());
        System.setProperty(Checkout.STATE_PROPERTY, state.toString());

        assertThatThrownBy(() -> RunbookFacts.of(new Checkout(archive))).isInstanceOf(ControlException.class);
        assertThat(state.resolve("lint/environments/local.yaml")).content().contains("tracing:\n  enabled: true\n");
        assertThat(archive).isDirectoryNotContaining("glob:**/target");
    }
}
