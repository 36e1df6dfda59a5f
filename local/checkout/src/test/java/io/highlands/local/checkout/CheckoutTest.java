// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a checkout and an unpacked archive differ in. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class CheckoutTest {

    @TempDir
    private Path root;

    @AfterEach
    void nothingElsewhere() {
        System.clearProperty(Checkout.ENVIRONMENTS_PROPERTY);
        System.clearProperty(Checkout.STATE_PROPERTY);
    }

    @Test
    void anArchivesOwnEnvironmentsAreNoProject() {
        System.setProperty(Checkout.ENVIRONMENTS_PROPERTY, root.resolve("platform-infra/environments").toString());

        assertThatThrownBy(new Checkout(root)::requireProject).isInstanceOf(ControlException.class)
                .hasMessage("no project here; make one with: highlands init DIR");
    }

    @Test
    void aProjectMayLieInTheArchive() {
        System.setProperty(Checkout.ENVIRONMENTS_PROPERTY, root.resolve("demo/environments").toString());

        assertThatCode(new Checkout(root)::requireProject).doesNotThrowAnyException();
    }

    @Test
    void aCheckoutIsAProject() throws IOException {
        Files.createFile(root.resolve("pom.xml"));

        assertThatCode(new Checkout(root)::requireProject).doesNotThrowAnyException();
    }

    @Test
    void scratchOfAnInstalledCommandIsInTheStateOfItsProject() {
        System.setProperty(Checkout.ENVIRONMENTS_PROPERTY, "/demo/environments");
        System.setProperty(Checkout.STATE_PROPERTY, "/demo/.highlands");

        assertThat(new Checkout(root).scratch("lint")).isEqualTo(Path.of("/demo/.highlands/lint"));
    }

    @Test
    void scratchOfACheckoutIsOutputOfItsBuild() {
        assertThat(new Checkout(root).scratch("lint")).isEqualTo(root.resolve("platform-infra/target/lint"));
    }
}
