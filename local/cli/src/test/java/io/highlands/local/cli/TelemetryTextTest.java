// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.highlands.local.control.message.TelemetryUsage;

import static org.assertj.core.api.Assertions.assertThat;

class TelemetryTextTest {

    private static List<String> print(TelemetryUsage usage) {
        StringWriter text = new StringWriter();
        TelemetryText.print(usage, new PrintWriter(text));
        return text.toString().lines().toList();
    }

    @Test
    void aHealthyStoreIsItsSize() {
        assertThat(print(new TelemetryUsage(3 << 20, 250, 0, 0, 0, "", List.of(), 0)))
                .containsExactly("telemetry: 3 MiB");
    }

    @Test
    void whatIsMissingIsCountedAndEachThingThatWentWrongIsALine() {
        assertThat(print(new TelemetryUsage(3 << 20, 250, 7, 20, 1,
                "Cannot write, and will try again: No space left on "
                        + "device",
                List.of("Set aside slice-0-21600-0.duckdb with 20 rows"), 4))).containsExactly(
                        "telemetry: 3 MiB, 7 refused, 4 log lines of containers not taken, 20 lost, 1 unreadable, 250 "
                                + "waiting to be written",
                        "warning: telemetry: Set aside slice-0-21600-0.duckdb with 20 rows",
                        "warning: telemetry: Cannot write, and will try again: No space left on device");
    }
}
