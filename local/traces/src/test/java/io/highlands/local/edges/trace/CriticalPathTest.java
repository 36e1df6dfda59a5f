// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;

import static org.assertj.core.api.Assertions.assertThat;

class CriticalPathTest {

    private static TraceRow row(int depth, String service, SpanKind kind, long at, long took) {
        return new TraceRow.OfSpan(depth, new Span(new TraceId(1, 1), at + 1, 0, false, SpanSource.OTLP, service, "",
                kind, at, took, SpanStatus.UNSET, "", "", 0, "", "", "", Map.of()));
    }

    private static Map<String, Long> own(TraceRow... rows) {
        return new CriticalPath(List.of(rows)).own();
    }

    @Test
    void ofConcurrentCallsOnlyTheOneThatEndsLastIsWaitedFor() {
        assertThat(own(row(0, "b", SpanKind.SERVER, 0, 100), row(1, "b", SpanKind.CLIENT, 10, 70),
                row(2, "a", SpanKind.SERVER, 15, 60), row(1, "b", SpanKind.CLIENT, 10, 30),
                row(2, "c", SpanKind.SERVER, 12, 20)))
                .containsExactly(Map.entry("a", 60L), Map.entry("b", 30L), Map.entry(CriticalPath.BETWEEN, 10L));
    }

    @Test
    void callsOneAfterTheOtherAreAllWaitedFor() {
        assertThat(own(row(0, "b", SpanKind.SERVER, 0, 100), row(1, "a", SpanKind.INTERNAL, 10, 20),
                row(1, "c", SpanKind.INTERNAL, 50, 40)))
                .containsExactly(Map.entry("b", 40L), Map.entry("c", 40L), Map.entry("a", 20L));
    }

    @Test
    void aCallToWhatIsNotTracedIsTheCallersOwnTime() {
        assertThat(own(row(0, "b", SpanKind.SERVER, 0, 100), row(1, "b", SpanKind.CLIENT, 10, 70)))
                .containsExactly(Map.entry("b", 100L));
    }

    @Test
    void whatLeadsPastItsParentCountsOnlyWithinIt() {
        assertThat(own(row(0, "b", SpanKind.SERVER, 10, 50), row(1, "a", SpanKind.SERVER, 5, 500)))
                .containsExactly(Map.entry("a", 50L));
    }

    @Test
    void theOwnTimesOfADeepChainAreItsWholeTime() {
        List<TraceRow> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(row(i, "s" + i % 3, SpanKind.INTERNAL, i, 30_000 - 2L * i));
        }
        assertThat(new CriticalPath(rows).own().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(30_000);
    }
}
