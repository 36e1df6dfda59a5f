// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where an environment with another position of the tracing switch is written. The archive here has no CDK app, which therefore ends. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SwitchedEnvironmentTest {

    @TempDir
    private Path folder;
    private Path archive;
    private Path scratch;

    @BeforeEach
    void anArchiveAndAProject() throws IOException {
        archive = Files.createDirectories(folder.resolve("archive"));
        Path classes = Files.createDirectories(archive.resolve("platform-infra/target/classes"));
        Files.writeString(classes.resolveSibling("classpath.txt"), "");
        Path environments = Files.createDirectories(folder.resolve("demo/environments"));
        Files.copy(Path.of("../../platform-infra/environments/local.yaml"), environments.resolve("local.yaml"));
        Path state = folder.resolve("demo/.highlands");
        scratch = state.resolve("lint");
        System.setProperty(Checkout.ENVIRONMENTS_PROPERTY, environments.toString());
        System.setProperty(Checkout.STATE_PROPERTY, state.toString());
    }

    @AfterEach
    void nothingElsewhere() {
        System.clearProperty(Checkout.ENVIRONMENTS_PROPERTY);
        System.clearProperty(Checkout.STATE_PROPERTY);
    }

    @Test
    void nothingIsWrittenToAnArchiveThatProjectsShare() {
        assertThatThrownBy(this::synthesize).isInstanceOf(ControlException.class);

        assertThat(scratch.resolve("environments/local.yaml")).content().contains("tracing:\n  enabled: true\n");
        assertThat(archive).isDirectoryNotContaining("glob:**/target");
    }

    @Test
    void stacksThatAreUpToDateStay() throws IOException {
        assertThatThrownBy(this::synthesize).isInstanceOf(ControlException.class);
        Path manifest = Files.createDirectories(scratch.resolve("cdk.out/local")).resolve("manifest.json");
        Files.writeString(manifest, "{}");
        Files.setLastModifiedTime(manifest, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(synthesize()).isEqualTo(manifest.getParent());
    }

    @Test
    void whatCannotBeWrittenIsNamedInOneLine() throws IOException {
        Files.createDirectories(scratch.getParent());
        Files.writeString(scratch, "a file");

        assertThatThrownBy(this::synthesize).isInstanceOf(ControlException.class).message().hasLineCount(1)
                .contains("lint").doesNotContain("Exception");
    }

    private Path synthesize() {
        return new SwitchedEnvironment(new Checkout(archive), "lint").synthesized("local", true);
    }
}
