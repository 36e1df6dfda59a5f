// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

import io.highlands.local.checkout.Checkout;

import static org.assertj.core.api.Assertions.assertThat;

/** The repository's own pages: whole, or the build says which line is not. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class RunbooksCommandTest {

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void checkout() {
        System.setProperty(Checkout.ROOT_PROPERTY, HighlandsProcess.CHECKOUT.toString());
    }

    @AfterEach
    void noCheckout() {
        System.clearProperty(Checkout.ROOT_PROPERTY);
    }

    @Test
    void thePagesOfThisRepositoryAreWhole() {
        int exit = Highlands.commandLine(new PrintWriter(out, true), new PrintWriter(out, true)).execute("runbooks",
                "lint");

        assertThat(out.toString()).isEqualTo("18 pages, no mistakes\n");
        assertThat(exit).isZero();
    }
}
