// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

/** A rehearsal that is ended while its fault is injected, in real processes. */
@Isolated("a rehearsal expects its own alarm and no other")
@Tag("rehearsal")
class RehearsalEndsTest extends OnObservedPlatform {

    /** The second one waits until the first one's fault has left alarms and logs. */
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    @Test
    void interruptedItClearsItsFaultBringsTheLoadBackAndEndsWith130() throws Exception {
        double load = platform.status().load().perSecond();
        Process rehearsal = underAFault();
        assertThat(platform.status().load().perSecond()).as("requests a second, as edge-errors declares").isEqualTo(4);

        ObservedPlatform.signal("INT", List.of(rehearsal.pid()));

        assertThat(rehearsal.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(rehearsal.exitValue()).isEqualTo(130);
        assertThat(faults()).isZero();
        assertThat(platform.status().load().perSecond()).isEqualTo(load);
    }

    @Test
    void killedItLeavesNoFaultBehindEither() throws Exception {
        Process rehearsal = underAFault();

        rehearsal.destroyForcibly().waitFor();

        assertThat(ObservedPlatform.within(Duration.ofSeconds(10), () -> faults() == 0)).isTrue();
    }

    private Process underAFault() throws Exception {
        Process rehearsal = platform.highlands.start(state.resolve("rehearsal.txt"), "rehearse", "edge-errors");
        assertThat(ObservedPlatform.within(TIMEOUT, () -> faults() == 1)).isTrue();
        return rehearsal;
    }

    private int faults() {
        return platform.status().faults().size();
    }
}
