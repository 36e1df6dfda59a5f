// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.highlands.local.control.message.ComparedTraces;
import io.highlands.local.control.message.ComparedTraces.CommonAttribute;
import io.highlands.local.control.message.ComparedTraces.DurationCount;
import io.highlands.local.control.message.ComparedTraces.GroupedTraces;
import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;
import io.highlands.local.store.SpanCondition;
import io.highlands.local.store.SpanCondition.Comparison;
import io.highlands.local.traces.TraceMatches;
import io.highlands.local.traces.TraceSearch;
import io.highlands.local.traces.TraceSummary;
import io.highlands.local.traces.Traces;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonRecordsTest {

    private static final Instant FIRST_START = Instant.now().minusSeconds(100);

    private final List<TraceSearch> searches = new ArrayList<>();

    private int spansOfEach = 1;

    /** Twenty traces of one span, of which four failed and took 30 ms. */
    private Traces twenty(boolean isCut, Optional<Instant> unreadBefore) {
        Map<TraceId, List<Span>> spans = new HashMap<>();
        for (int n = 1; n <= 20; n++) {
            boolean isFailed = n <= 4;
            spans.put(new TraceId(1, n), List.of(new Span(new TraceId(1, n), 1, 0, true, SpanSource.OTLP, "service-b",
                    "GET", SpanKind.SERVER, startNanos(n), isFailed ? 30_000_000 : 20_000_000,
                    isFailed ? SpanStatus.ERROR : SpanStatus.UNSET, "/a b", "GET", isFailed ? 502 : 200, "", "", "",
                    Map.of())));
        }
        List<TraceSummary> found = spans.values().stream()
                .map(trace -> new TraceSummary(trace.getFirst(), spansOfEach, 1, false))
                .sorted(Comparator.comparingLong((TraceSummary trace) -> trace.root().startNanos()).reversed())
                .toList();
        return (Traces) Proxy.newProxyInstance(Traces.class.getClassLoader(), new Class<?>[]{Traces.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("findAll")) {
                        return spans;
                    }
                    searches.add((TraceSearch) arguments[0]);
                    return new TraceMatches(found, isCut, unreadBefore);
                });
    }

    /** They began a second after each other. */
    private static long startNanos(int n) {
        return (FIRST_START.getEpochSecond() + n - 1) * 1_000_000_000L + FIRST_START.getNano();
    }

    /** Four of four against none of 16: p = 1 / C(20, 4) = 0.0002, Fisher's exact test. */
    @Test
    void whatWasComparedIsCountedListedAndGrouped() {
        ComparedTraces compared = ComparisonRecords.compare(twenty(false, Optional.empty()), "", Duration.ofHours(1),
                " failed ");

        assertThat(searches.getFirst().conditions()).containsExactly(
                new SpanCondition("root", Comparison.EQUAL, "true"));
        assertThat(compared.selection()).isEqualTo("failed");
        assertThat(compared.isComplete()).isTrue();
        assertThat(List.of(compared.selected(), compared.others(), compared.unread())).containsExactly(4, 16, 0);
        assertThat(compared.attributes()).containsExactly(
                new CommonAttribute("http.response.status_code", "502", 4, 0));
        assertThat(compared.durations()).containsExactly(new DurationCount(20_000_000, 25_000_000, 16, 0),
                new DurationCount(25_000_000, 31_500_000, 4, 4));
        assertThat(compared.groups()).containsExactly(
                new GroupedTraces("route", List.of("service=service-b", "route=\"/a b\""), 20, 4, 20_000_000,
                        30_000_000),
                new GroupedTraces("status", List.of("status=200"), 16, 0, 20_000_000, 20_000_000),
                new GroupedTraces("status", List.of("status=502"), 4, 4, 30_000_000, 30_000_000));
    }

    /** Older ones were found that are not compared, so that the comparison begins with the first that is. */
    @Test
    void whereMoreWereFoundThanAreComparedItBeginsWithTheEarliestThatIs() {
        assertThat(ComparisonRecords.compare(twenty(true, Optional.empty()), "", Duration.ofHours(1), "slow").from())
                .isEqualTo(FIRST_START.toString());
        assertThat(ComparisonRecords.compare(twenty(true, Optional.of(FIRST_START.minusSeconds(9))), "",
                Duration.ofHours(1), "slow").from()).isEqualTo(FIRST_START.toString());
        assertThat(Instant.parse(ComparisonRecords.compare(twenty(false, Optional.empty()), "", Duration.ofHours(1),
                "slow").from())).isBefore(FIRST_START.minusSeconds(3_000));
    }

    /** Each of the 20 has 1,050 spans, so that 19 are read. */
    @Test
    void whereNotAllSpansAreReadItBeginsWithTheEarliestThatIsCompared() {
        spansOfEach = 1_050;
        ComparedTraces compared = ComparisonRecords.compare(twenty(false, Optional.empty()), "", Duration.ofHours(1),
                "slow");

        assertThat(compared.isComplete()).isFalse();
        assertThat(List.of(compared.selected() + compared.others(), compared.unread())).containsExactly(19, 1);
        assertThat(compared.from()).isEqualTo(FIRST_START.plusSeconds(1).toString());
    }

    @Test
    void wherePartOfTheTimeWasNotLookedAtItSaysSo() {
        Instant unread = Instant.now().minusSeconds(60);
        ComparedTraces ended = ComparisonRecords.compare(twenty(true, Optional.of(unread)), "service-b",
                Duration.ofHours(1), "duration>25ms");

        assertThat(ended.isComplete()).isFalse();
        assertThat(ended.from()).isEqualTo(unread.toString());
        assertThat(ended.selected()).isEqualTo(4);
        assertThat(ComparisonRecords.compare(twenty(true, Optional.empty()), "", Duration.ofHours(1), "slow")
                .isComplete()).as("more were found than are compared").isFalse();
    }
}
