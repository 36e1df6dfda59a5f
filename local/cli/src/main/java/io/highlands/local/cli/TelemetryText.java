// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

import io.highlands.local.control.message.TelemetryUsage;

/** What a person reads of the store: its size, what it does not have, and what went wrong with its files. */
final class TelemetryText {

    private TelemetryText() {
    }

    /** Prints the size and the counts, and what went wrong in one line each. */
    static void print(TelemetryUsage usage, PrintWriter out) {
        List<String> counts = new ArrayList<>();
        counts.add((usage.bytes() >> 20) + " MiB");
        add(counts, usage.dropped(), "refused");
        add(counts, usage.droppedLogLines(), "log lines of containers not taken");
        add(counts, usage.lost(), "lost");
        add(counts, usage.unreadable(), "unreadable");
        if (!usage.problem().isEmpty()) {
            add(counts, usage.pending(), "waiting to be written");
        }
        out.println("telemetry: " + String.join(", ", counts));
        warn(usage, out);
    }

    /** Prints what went wrong, which is nothing as a rule. */
    static void warn(TelemetryUsage usage, PrintWriter out) {
        usage.notes().forEach(line -> out.println("warning: telemetry: " + line));
        if (!usage.problem().isEmpty()) {
            out.println("warning: telemetry: " + usage.problem());
        }
    }

    private static void add(List<String> counts, long number, String what) {
        if (number > 0) {
            counts.add(number + " " + what);
        }
    }
}
