// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.span.Span;
import io.highlands.local.traces.compare.TraceGroup.By;

import static org.assertj.core.api.Assertions.assertThat;

class TraceGroupTest {

    /** The values are those of the example of the nearest-rank method at Wikipedia, Percentile. */
    @ParameterizedTest
    @CsvSource({"5, 15", "30, 20", "40, 20", "50, 35", "100, 50"})
    void aPercentileIsThatOfTheNearestRank(int percent, long value) {
        assertThat(TraceGroup.percentile(Stream.of(15, 20, 35, 40, 50)
                .map(nanos -> Samples.trace(false, nanos, Map.of())).toList(), percent)).isEqualTo(value);
    }

    @Test
    void tracesAreGroupedByRouteByStatusAndByTheErrorThatWasTheFirstCause() {
        List<TraceSample> traces = new ArrayList<>(Samples.traces("a", 0, 0, 0, 3));
        Span first = Samples.span(1, 0, true, 9 * Samples.MILLI, Map.of("error.type", "Outer"));
        traces.add(TraceSample.of(first, List.of(first, Samples.span(2, 1, true, 1, Map.of("error.type", "Cause")),
                Samples.span(3, 1, true, 1, Map.of("error.type", "Later")))));

        assertThat(TraceGroup.of(traces)).containsExactly(
                new TraceGroup(By.ROUTE, List.of(new SpanAttribute("service", "service-b"),
                        new SpanAttribute("route", "/")), 4, 1, Samples.MILLI, 9 * Samples.MILLI),
                new TraceGroup(By.STATUS, List.of(new SpanAttribute("status", "200")), 3, 0, Samples.MILLI,
                        Samples.MILLI),
                new TraceGroup(By.STATUS, List.of(new SpanAttribute("status", "502")), 1, 1, 9 * Samples.MILLI,
                        9 * Samples.MILLI),
                new TraceGroup(By.ERROR_TYPE, List.of(new SpanAttribute("error.type", "Cause")), 1, 1,
                        9 * Samples.MILLI, 9 * Samples.MILLI));
        assertThat(TraceGroup.of(List.of())).isEmpty();
    }
}
