// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.highlands.local.traces.compare.DurationBucket;

import static org.assertj.core.api.Assertions.assertThat;

/** Widths are those of DejaVu Sans, in 2,048ths of its size (its table hmtx): a wide font, in 11 px. */
class DurationAxisTest {

    private static final double GRAPH = 328;

    private static final Map<Character, Integer> WIDTHS = Map.of(' ', 651, '.', 651, 'm', 1995, 's', 1067, 'µ', 1303,
            't', 803, 'o', 1253, 'k', 1186);

    private static final int DIGIT = 1303;

    /** ISO 3, series R10, from 1 µs on. */
    private static final int[] R10 = {100, 125, 160, 200, 250, 315, 400, 500, 630, 800};

    private static long bound(int place) {
        return R10[place % 10] * (long) Math.pow(10, place / 10 + 1);
    }

    private static List<DurationBucket> buckets(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(place -> new DurationBucket(bound(place), bound(place + 1), 1, 0)).toList();
    }

    private static double width(String text) {
        return text.chars().map(sign -> WIDTHS.getOrDefault((char) sign, DIGIT)).sum() * 11 / 2048.0;
    }

    static IntStream counts() {
        return IntStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("counts")
    void labelsNeverOverlapAndBothEndsHaveOne(int count) {
        for (int first = 0; first < 50; first++) {
            List<DurationBucket> buckets = buckets(first, count);
            int columns = Math.max(16, count);
            List<DurationAxis.Label> labels = DurationAxis.of(buckets, columns);

            double free = 0;
            for (DurationAxis.Label label : labels) {
                double left = label.place() * GRAPH - (label.endsThere() ? width(label.text()) : 0);
                assertThat(left).as("%d buckets from %d: %s", count, first, labels).isGreaterThanOrEqualTo(free);
                free = left + width(label.text());
            }
            assertThat(free).as("%d buckets from %d: %s", count, first, labels).isLessThanOrEqualTo(GRAPH);
            assertThat(labels.getFirst().text()).startsWith(Times.took(buckets.getFirst().fromNanos()));
            assertThat(labels.getLast().text()).endsWith(Times.took(buckets.getLast().untilNanos()));
            if (labels.size() > 1) {
                assertThat(labels.getLast().place()).isEqualTo(count / (double) columns);
            }
            assertThat(labels.subList(0, labels.size() - 1)).as("each is where its duration is")
                    .isSubsetOf(IntStream.range(0, count).mapToObj(i -> new DurationAxis.Label(i / (double) columns,
                            false, Times.took(buckets.get(i).fromNanos()))).toList());
        }
    }
}
