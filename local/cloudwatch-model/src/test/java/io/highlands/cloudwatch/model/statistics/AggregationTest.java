// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.highlands.cloudwatch.model.series.Point;
import io.highlands.cloudwatch.model.series.Range;

import static org.assertj.core.api.Assertions.assertThat;

class AggregationTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final Range range = new Range(NOON, Duration.ofMinutes(1), 3);

    @Test
    void samplesOfAPeriodAreGathered() {
        Aggregation aggregation = Aggregation.of(range,
                List.of(Datum.of(NOON.plusSeconds(59), 2), Datum.of(NOON, 1), Datum.of(NOON.plusSeconds(120), 5)));

        assertThat(aggregation.series("m1", Statistic.parse("Sum")).points()).containsExactly(new Point(NOON, 3),
                new Point(NOON.plusSeconds(120), 5));
    }

    @Test
    void samplesOutsideTheRangeAreLeftOut() {
        Aggregation aggregation = Aggregation.of(range,
                List.of(Datum.of(NOON.minusSeconds(1), 1), Datum.of(NOON.plusSeconds(180), 1)));

        assertThat(aggregation.series("m1", Statistic.parse("Sum")).isEmpty()).isTrue();
    }

    @Test
    void samplesCanBeMadeAsTheyAreAskedFor() {
        Aggregation aggregation = Aggregation.of(range, i -> i == 1 ? Distribution.of(7) : Distribution.EMPTY);

        assertThat(aggregation.series("m1", Statistic.parse("p50")).points())
                .containsExactly(new Point(NOON.plusSeconds(60), 7));
    }

    @Test
    void aPeriodWhereTheStatisticIsUnavailableHasNoPoint() {
        Aggregation aggregation = Aggregation.of(range, List.of(Datum.of(NOON, -1), Datum.of(NOON.plusSeconds(60), 1)));

        assertThat(aggregation.series("m1", Statistic.parse("p50")).points())
                .containsExactly(new Point(NOON.plusSeconds(60), 1));
    }

    @Test
    void aLongerPeriodIsComputedFromTheSamplesAndNotFromShorterPeriods() {
        Range all = new Range(NOON, Duration.ofMinutes(3), 1);
        Aggregation aggregation = Aggregation.of(all, List.of(
                new Datum(NOON, Distribution.of(new double[]{1}, new double[]{98})),
                new Datum(NOON.plusSeconds(60), Samples.of(100, 200))));

        assertThat(aggregation.series("m1", Statistic.parse("p98")).points()).containsExactly(new Point(NOON, 1));
        assertThat(aggregation.series("m1", Statistic.parse("p99")).points()).containsExactly(new Point(NOON, 100));
    }

    @Test
    void theBasicStatisticsAreSparedTheValues() {
        Aggregation aggregation = Aggregation.of(range, List.of(Datum.of(NOON, 2), Datum.of(NOON.plusSeconds(1), 1)));

        assertThat(aggregation.samples(0, Statistic.parse("Sum")).hasValues()).isFalse();
        assertThat(aggregation.samples(0, Statistic.parse("Sum")).sum()).isEqualTo(3);
        assertThat(aggregation.samples(0, Statistic.parse("p50")).hasValues()).isTrue();
        assertThat(aggregation.samples(0).hasValues()).isTrue();
    }
}
