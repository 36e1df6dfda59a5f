// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

import io.highlands.local.checkout.Checkout;

import static org.assertj.core.api.Assertions.assertThat;

/** The command of an unpacked archive, which has no pom.xml, in a folder that is in no project. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class InstalledCommandTest {

    @TempDir
    private Path folder;
    private Path archive;
    private Path environment;
    private String text;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void anArchive() throws IOException {
        archive = folder.resolve("archive");
        environment = archive.resolve("platform-infra/environments/local.yaml");
        text = Files.readString(HighlandsProcess.CHECKOUT.resolve("platform-infra/environments/local.yaml"));
        Files.createDirectories(environment.getParent());
        Files.writeString(environment, text);
        System.setProperty(Checkout.ROOT_PROPERTY, archive.toString());
        System.setProperty(Checkout.STATE_PROPERTY, folder.resolve(".highlands").toString());
        System.setProperty(Checkout.ENVIRONMENTS_PROPERTY, environment.getParent().toString());
    }

    @AfterEach
    void noArchive() {
        System.clearProperty(Checkout.ROOT_PROPERTY);
        System.clearProperty(Checkout.STATE_PROPERTY);
        System.clearProperty(Checkout.ENVIRONMENTS_PROPERTY);
    }

    @Test
    void theArchivesOwnEnvironmentsAreNotChanged() {
        assertThat(run("tracing", "local", "on")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("highlands: no project here; make one with: highlands init DIR\n");
        assertThat(environment).content().isEqualTo(text);
    }

    @Test
    void theArchivesOwnEnvironmentsAreShown() {
        assertThat(run("tracing", "local", "status")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("not running");
    }

    @Test
    void aServiceIsAddedToAProjectOnly() {
        assertThat(run("new", "service", "service-d")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("highlands: no project here; make one with: highlands init DIR\n");
    }

    private int run(String... words) {
        return Highlands.commandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(words);
    }
}
