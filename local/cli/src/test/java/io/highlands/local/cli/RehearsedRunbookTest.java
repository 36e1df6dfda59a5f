// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A rehearsal as the command runs it, on a platform under a little load. */
@Tag("rehearsal")
class RehearsedRunbookTest extends OnObservedPlatform {

    @Test
    void aRunbookIsRehearsedFromFaultToRecoveryAndNothingOfTheUsersOwnIsInIt() throws Exception {
        try (PlantedCredentials planted = new PlantedCredentials(state)) {
            Path report = state.resolve("report");

            int exit = platform.highlands.run(planted.environment(), "rehearse", "edge-latency", "--report",
                    report.toString());

            assertThat(exit).as(platform.highlands.output()).isZero();
            assertThat(platform.highlands.output()).contains("1 rehearsed, 0 failed");
            assertThat(Files.readString(report.resolve("junit.xml"))).contains("tests=\"1\" failures=\"0\"");
            assertThat(Files.readString(report.resolve("edge-latency.html"))).contains("<polyline")
                    .doesNotContain(planted.secrets());
            assertThat(planted.requests()).as("what was asked of the planted endpoint and proxy").isEmpty();
        }
        assertThat(platform.status().faults()).isEmpty();
    }
}
