// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

/** A rehearsal that is ended while its fault is injected, in real processes. */
@Isolated("a rehearsal expects its own alarm and no other")
@Tag("rehearsal")
class RehearsalEndsTest {

    /** The second one waits until the first one's fault has left alarms and logs. */
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    @TempDir
    private static Path state;

    private static ObservedPlatform platform;

    @BeforeAll
    static void up() throws Exception {
        platform = new ObservedPlatform(state);
    }

    @AfterAll
    static void down() throws Exception {
        if (platform != null) {
            platform.down();
        }
    }

    @Test
    void interruptedItClearsItsFaultAndEndsWith130() throws Exception {
        Process rehearsal = underAFault();

        ObservedPlatform.signal("INT", List.of(rehearsal.pid()));

        assertThat(rehearsal.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(rehearsal.exitValue()).isEqualTo(130);
        assertThat(faults()).isZero();
    }

    @Test
    void killedItLeavesNoFaultBehindEither() throws Exception {
        Process rehearsal = underAFault();

        rehearsal.destroyForcibly().waitFor();

        assertThat(ObservedPlatform.within(Duration.ofSeconds(10), () -> faults() == 0)).isTrue();
    }

    private static Process underAFault() throws Exception {
        Process rehearsal = platform.highlands.start(state.resolve("rehearsal.txt"), "rehearse", "edge-errors");
        assertThat(ObservedPlatform.within(TIMEOUT, () -> faults() == 1)).isTrue();
        return rehearsal;
    }

    private static int faults() {
        return platform.status().faults().size();
    }
}
