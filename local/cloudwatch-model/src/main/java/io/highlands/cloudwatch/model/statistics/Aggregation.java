// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.cloudwatch.model.series.TimeSeriesBuilder;

/** Samples gathered by period, from which every statistic can then be read. */
public final class Aggregation {

    private final Range range;

    private final Distribution[] buckets;

    private Aggregation(Range range, Distribution[] buckets) {
        this.range = range;
        this.buckets = buckets;
    }

    /**
     * Gathers samples. Those outside the range are left out; the order does not matter.
     *
     * @param range the periods
     * @param data what was published for one metric
     * @return the samples of each period
     */
    public static Aggregation of(Range range, Iterable<Datum> data) {
        List<List<Distribution>> parts = new ArrayList<>();
        for (int i = 0; i < range.periods(); i++) {
            parts.add(null);
        }
        for (Datum datum : data) {
            int index = range.indexOf(datum.time());
            if (index < 0) {
                continue;
            }
            if (parts.get(index) == null) {
                parts.set(index, new ArrayList<>(2));
            }
            parts.get(index).add(datum.samples());
        }
        return new Aggregation(range, parts.stream().map(Aggregation::merge).toArray(Distribution[]::new));
    }

    private static Distribution merge(List<Distribution> parts) {
        if (parts == null) {
            return Distribution.EMPTY;
        }
        return parts.size() == 1 ? parts.getFirst() : Distribution.merge(parts);
    }

    /**
     * The periods.
     *
     * @return the range
     */
    public Range range() {
        return range;
    }

    /**
     * The samples of one period.
     *
     * @param index number of the period, from 0
     * @return its samples, perhaps none
     */
    public Distribution samples(int index) {
        return buckets[index];
    }

    /**
     * A statistic over all periods. Periods where it is not available have no point.
     *
     * @param label what the series shows
     * @param statistic which statistic
     * @return its values
     */
    public TimeSeries series(String label, Statistic statistic) {
        TimeSeriesBuilder builder = TimeSeries.builder(label, range.period());
        for (int i = 0; i < buckets.length; i++) {
            OptionalDouble value = statistic.of(buckets[i]);
            if (value.isPresent()) {
                builder.add(range.at(i), value.getAsDouble());
            }
        }
        return builder.build();
    }
}
