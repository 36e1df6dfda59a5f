// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "nope|no page 'nope'; there are: availability-burn-fast",
            "edge-latency --step nope|--step: found 'nope'; allowed in edge-latency.md: standing, slowest-answer",
            "edge-latency --with NAME=x|--with: found 'NAME'; allowed in edge-latency.md: CALLEE, CALLER",
            "edge-latency --with CALLER=service-b|--with: missing CALLEE=VALUE, which edge-latency.md uses too",
            "edge-latency --with CALLER=a;b --with CALLEE=c|--with CALLER: found 'a;b'; allowed: letters, digits",
            "latency-slo --with HIGHLANDS_ENV=prod|--with: found 'HIGHLANDS_ENV'; allowed in latency-slo.md: CALLEE",
            "edge-latency --alarm x --with CALLER=a|--alarm and --with: found both; allowed: one of them",
            "deploy-and-roll-back|deploy-and-roll-back.md has no diagnosis steps; name steps with --step: "})
    void aMistakeIsOneLineBeforeAnythingIsRun(String arguments, String said) {
        int exit = Highlands.commandLine(new PrintWriter(out, true), new PrintWriter(out, true))
                .execute(("runbooks run " + arguments).split(" "));

        assertThat(out.toString()).contains(said);
        assertThat(out.toString().strip().lines()).hasSize(1);
        assertThat(exit).isEqualTo(1);
    }
}
