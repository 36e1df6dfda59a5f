// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.span.Span;

import static org.assertj.core.api.Assertions.assertThat;

class TraceComparisonTest {

    private static TraceComparison compare(List<TraceSample> traces) {
        return TraceComparison.of(traces, TraceSample::isFailed);
    }

    private static List<String> keys(TraceComparison comparison) {
        return comparison.attributes().stream().map(share -> share.attribute().key()).toList();
    }

    /**
     * R's {@code fisher.test(matrix(c(4, 0, 0, 16), 2), alternative = "greater")} has p = 1 / C(20, 4) = 0.000206, and with
     * {@code c(4, 0, 1, 15)} p = C(5, 4) / C(20, 4) = 0.001032. With more of each, z is 0.3 / sqrt(0.25 × 0.02) = 4.24 and
     * 0.2 / sqrt(0.25 × 0.02) = 2.83, of which one in 1,000 lies above 3.09.
     */
    @ParameterizedTest
    @CsvSource({"4, 4, 0, 16, true", "4, 4, 1, 16, false", "65, 100, 35, 100, true", "60, 100, 40, 100, false",
            "35, 100, 65, 100, false", "100, 100, 100, 100, false"})
    void anAttributeIsGivenWhereChanceMakesTheDifferenceLessThanOnceIn1000(int failedWith, int failed, int othersWith,
            int others, boolean isGiven) {
        TraceComparison comparison = compare(Samples.traces("customer.tier", failedWith, failed, othersWith, others));

        assertThat(comparison.selected()).isEqualTo(failed);
        assertThat(comparison.others()).isEqualTo(others);
        AttributeShare tier = new AttributeShare(new SpanAttribute("customer.tier", "yes"), failedWith, othersWith,
                false);
        assertThat(comparison.attributes().contains(tier)).isEqualTo(isGiven);
        assertThat(keys(comparison).contains("customer.tier")).isEqualTo(isGiven);
    }

    /** Five of six against none of 24: p = C(6, 5) / C(30, 5) = 0.00004. */
    @Test
    void thoseFurthestApartComeFirstAndEachSaysWhetherTheSpanThatCountsHasIt() {
        List<TraceSample> traces = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            traces.add(Samples.trace(i < 6, Samples.MILLI, i == 0 || i >= 6
                    ? Map.of("shard", "7")
                    : Map.of("shard", "3", "pool", "cold")));
        }

        assertThat(compare(traces).attributes()).containsExactly(
                new AttributeShare(new SpanAttribute("http.response.status_code", "502"), 6, 0, true),
                new AttributeShare(new SpanAttribute("pool", "cold"), 5, 0, false),
                new AttributeShare(new SpanAttribute("shard", "3"), 5, 0, false));
    }

    /** One of one against none of 1,000: p = 1 / 1001. */
    @Test
    void whatOneTraceAloneHasIsLeftOut() {
        List<TraceSample> traces = new ArrayList<>(List.of(Samples.trace(true, 1, Map.of("order.id", "o-0"))));
        for (int i = 1; i <= 1000; i++) {
            traces.add(Samples.trace(false, 1, Map.of("order.id", "o-" + i)));
        }

        assertThat(Proportions.of(1, 1, 0, 1000)).isEqualTo(Proportions.Certainty.ONE_IN_A_THOUSAND);
        assertThat(compare(traces).attributes()).isEmpty();
    }

    /**
     * Three of 25 against none of 229: p = C(25, 3) / C(254, 3) = 2,300 / 2,699,004 = 0.00085, which is once in 20 where 58 values
     * are compared. Each of the threads beside it has served one selected trace and three others.
     */
    @ParameterizedTest
    @CsvSource({"22, true", "150, false"})
    void amongManyValuesOneThatChanceMakesOnceIn1000IsNoFinding(int threads, boolean isGiven) {
        List<TraceSample> traces = new ArrayList<>();
        for (int i = 0; i < 254; i++) {
            Span first = Samples.span(1, 0, i < 25, 1, Map.of());
            List<Span> spans = new ArrayList<>(List.of(first));
            if (i < 3) {
                spans.add(Samples.span(2, 1, false, 1, Map.of("thread.name", "handler-121")));
            }
            if (i == 0 || i >= 25 && i < 28) {
                for (int thread = 0; thread < threads; thread++) {
                    spans.add(
                            Samples.span(10 + thread, 1, false, 1, Map.of("thread.name", "handler-" + thread + "-b")));
                }
            }
            traces.add(TraceSample.of(first, spans));
        }

        assertThat(compare(traces).attributes().stream()
                .anyMatch(share -> share.attribute().equals(new SpanAttribute("thread.name", "handler-121"))))
                .isEqualTo(isGiven);
    }

    /** Two of two against none of 98: p = 1 / C(100, 2) = 0.0002. */
    @ParameterizedTest
    @CsvSource({"99, true", "100, false"})
    void ofAKeyThe100ValuesThatMostTracesHaveAreCompared(int frequent, boolean isGiven) {
        List<Span> frequentSpans = new ArrayList<>();
        for (int i = 0; i < frequent; i++) {
            frequentSpans.add(Samples.span(10 + i, 1, false, 1, Map.of("user", "u" + i)));
        }
        Span rare = Samples.span(9, 1, false, 1, Map.of("user", "rare"));
        List<TraceSample> traces = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Span first = Samples.span(1, 0, i < 2, 1, Map.of());
            List<Span> spans = new ArrayList<>(List.of(first));
            spans.addAll(i < 3 ? frequentSpans : List.of());
            spans.addAll(i < 2 ? List.of(rare) : List.of());
            traces.add(TraceSample.of(first, spans));
        }

        assertThat(compare(traces).attributes().stream()
                .anyMatch(share -> share.attribute().equals(new SpanAttribute("user", "rare")))).isEqualTo(isGiven);
    }

    @Test
    void longValuesAndNamesThatMeanSomethingElseInASearchAreLeftOut() {
        List<TraceSample> traces = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Map<String, String> attributes = new HashMap<>();
            if (i < 4) {
                attributes.put("exception.stacktrace", "x".repeat(201));
                attributes.put("status", "gold");
                attributes.put("note", "x".repeat(200));
            }
            traces.add(Samples.trace(i < 4, Samples.MILLI, attributes));
        }

        assertThat(keys(compare(traces))).containsExactly("http.response.status_code", "note");
    }

    @Test
    void withoutAnyOrWithoutOthersThereIsNothingToCompare() {
        assertThat(compare(Samples.traces("a", 4, 4, 0, 0)).attributes()).isEmpty();
        assertThat(compare(Samples.traces("a", 0, 0, 4, 4)).attributes()).isEmpty();
        assertThat(compare(List.of())).isEqualTo(new TraceComparison(0, 0, List.of()));
    }
}
