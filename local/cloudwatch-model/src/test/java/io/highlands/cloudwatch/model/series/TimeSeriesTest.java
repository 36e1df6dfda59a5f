// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.series;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TimeSeriesTest {

    private static final Range RANGE = new Range(Instant.parse("2026-01-05T12:00:00Z"), Duration.ofMinutes(1), 3);

    @Test
    void aMissingValueIsAbsentAndNotZero() {
        TimeSeries series = TimeSeries.of("m1", RANGE, 1, Double.NaN, 3);

        assertThat(series.size()).isEqualTo(2);
        assertThat(series.at(RANGE.at(1))).isEmpty();
        assertThat(series.points()).containsExactly(new Point(RANGE.at(0), 1), new Point(RANGE.at(2), 3));
    }

    @Test
    void aChangedValueThatIsNotFiniteIsDropped() {
        assertThat(TimeSeries.of("m1", RANGE, 1, 0, 2).map(value -> 1 / value).values()).containsExactly(1, 0.5);
    }

    @Test
    void pointsComeInOrderOfTime() {
        TimeSeriesBuilder builder = TimeSeries.builder("m1", RANGE.period()).add(RANGE.at(1), 1);

        assertThatIllegalArgumentException().isThrownBy(() -> builder.add(RANGE.at(0), 1))
                .withMessageContaining("2026-01-05T12:00:00Z");
    }

    @Test
    void growsAsNeeded() {
        TimeSeriesBuilder builder = TimeSeries.builder("m1", RANGE.period());
        for (int i = 0; i < 100; i++) {
            builder.add(RANGE.at(i), i);
        }

        assertThat(builder.build().value(99)).isEqualTo(99);
    }

    @Test
    void equalPointsMakeEqualSeries() {
        assertThat(TimeSeries.of("m1", RANGE, 1, 2)).isEqualTo(TimeSeries.of("m1", RANGE, 1, 2))
                .hasSameHashCodeAs(TimeSeries.of("m1", RANGE, 1, 2))
                .isNotEqualTo(TimeSeries.of("m1", RANGE, 1, 2).named("m2"));
    }
}
