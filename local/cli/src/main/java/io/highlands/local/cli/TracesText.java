// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import io.highlands.local.control.message.FoundTraces;
import io.highlands.local.control.message.SpanEntry;
import io.highlands.local.control.message.TraceEntry;

/** Traces that a search found, as a table with a line about how many and of what period. */
final class TracesText {

    private static final double NANOS_PER_MILLI = 1_000_000;

    private TracesText() {
    }

    static void print(FoundTraces found, PrintWriter out) {
        if (!found.traces().isEmpty()) {
            Table table = new Table("BEGAN (UTC)", "SERVICE", "SPAN", "OUTCOME", "TOOK", "SPANS", "TRACE");
            found.traces().forEach(trace -> row(table, trace));
            table.print(out);
        }
        boolean isFull = found.traces().size() >= found.limit();
        out.printf(Locale.ROOT, "%s%d %s with a span that fits, from %s to %s%s%n", isFull ? "the newest " : "",
                found.traces().size(), found.traces().size() == 1 ? "trace" : "traces", second(found.from()),
                second(found.to()), found.isComplete()
                        ? ""
                        : ", where the search ended early: give a shorter --since, or add a term");
    }

    private static void row(Table table, TraceEntry trace) {
        SpanEntry span = trace.root();
        String status = span.httpStatus() == 0 ? "" : " " + span.httpStatus();
        table.row(Instant.ofEpochSecond(0, span.startNanos()).truncatedTo(ChronoUnit.MILLIS), span.service(),
                span.name(), (span.status().equals("ERROR") ? "error" : "ok") + status,
                String.format(Locale.ROOT, "%.1f ms", span.durationNanos() / NANOS_PER_MILLI), trace.spans(),
                trace.trace());
    }

    private static String second(String time) {
        return Instant.parse(time).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
