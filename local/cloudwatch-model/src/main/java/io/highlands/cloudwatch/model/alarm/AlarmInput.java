// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.cloudwatch.model.statistics.Aggregation;
import io.highlands.cloudwatch.model.statistics.Statistic;

/** Where an alarm's data points come from. */
@FunctionalInterface
public interface AlarmInput {

    /**
     * Reads data points.
     *
     * @param range the periods wanted
     * @param now when this is asked; data that arrives later is not known yet
     * @return one data point per period, oldest first, missing ones included
     */
    List<AlarmPoint> read(Range range, Instant now);

    /**
     * A series that already has one value per period.
     *
     * @param series its values, at the starts of the alarm's periods
     * @return the input
     */
    static AlarmInput of(TimeSeries series) {
        return (range, now) -> points(range, series);
    }

    /**
     * A statistic of one metric.
     *
     * @param statistic which statistic
     * @param source the metric's samples
     * @return the input
     */
    static AlarmInput of(Statistic statistic, MetricSource source) {
        return (range, now) -> {
            Aggregation samples = source.read(range, now);
            return IntStream.range(0, range.periods())
                    .mapToObj(i -> AlarmPoint.of(range.at(i), statistic, samples.samples(i, statistic))).toList();
        };
    }

    /** One point per period, missing where the series has no value. */
    static List<AlarmPoint> points(Range range, TimeSeries series) {
        return IntStream.range(0, range.periods()).mapToObj(range::at).map(time -> {
            var value = series.at(time);
            return value.isPresent() ? AlarmPoint.of(time, value.getAsDouble()) : AlarmPoint.missing(time);
        }).toList();
    }
}
