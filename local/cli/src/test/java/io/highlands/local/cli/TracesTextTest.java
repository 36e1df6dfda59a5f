// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.highlands.local.control.message.FoundTraces;
import io.highlands.local.control.message.SpanEntry;
import io.highlands.local.control.message.TraceEntry;

import static org.assertj.core.api.Assertions.assertThat;

class TracesTextTest {

    private static final String TRACE = "6ce0a1f3d2b44e100000000000000002";

    private static String print(boolean isComplete, int limit, TraceEntry... traces) {
        StringWriter text = new StringWriter();
        TracesText.print(new FoundTraces("2026-11-30T10:00:00.5Z", "2026-11-30T10:30:00Z", isComplete, limit,
                List.of(traces)), new PrintWriter(text));
        return text.toString();
    }

    /** 1764497400 is 2025-11-30T10:10:00Z (date -u -d @1764497400). */
    private static TraceEntry trace() {
        return new TraceEntry(TRACE, new SpanEntry("1", "", "service-b", "GET /", "SERVER", true, "OTLP", "/", 502, "",
                "", 1_764_497_400_123_456_789L, 26_040_000, "ERROR", "502"), 6, 3, true);
    }

    @Test
    void eachTraceIsARowWithTheSpanThatFits() {
        assertThat(print(true, 100, trace()).lines().map(line -> line.replaceAll(" {2,}", "|"))).containsExactly(
                "BEGAN (UTC)|SERVICE|SPAN|OUTCOME|TOOK|SPANS|TRACE",
                "2025-11-30T10:10:00.123Z|service-b|GET /|error 502|26.0 ms|6|" + TRACE,
                "1 trace with a span that fits, from 2026-11-30T10:00:00Z to 2026-11-30T10:30:00Z");
    }

    @Test
    void itSaysWhereThereMayBeMoreAndWhenItEndedEarly() {
        assertThat(print(true, 1, trace())).contains("the newest 1 trace with");
        assertThat(print(false, 100)).isEqualTo("0 traces with a span that fits, from 2026-11-30T10:00:00Z to"
                + " 2026-11-30T10:30:00Z, where the search ended early: give a shorter --since, or add a term\n");
    }
}
