// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.cloudwatch.model.series.TimeSeriesBuilder;

/** Samples gathered by period, from which every statistic can then be read. */
public final class Aggregation {

    private final Range range;

    private final IntFunction<List<Distribution>> parts;

    private Aggregation(Range range, IntFunction<List<Distribution>> parts) {
        this.range = range;
        this.parts = parts;
    }

    /**
     * Gathers samples. Those outside the range are left out; the order does not matter.
     *
     * @param range the periods
     * @param data what was published for one metric
     * @return the samples of each period
     */
    public static Aggregation of(Range range, Iterable<Datum> data) {
        List<List<Distribution>> parts = new ArrayList<>(Collections.nCopies(range.periods(), List.of()));
        for (Datum datum : data) {
            int index = range.indexOf(datum.time());
            if (index < 0) {
                continue;
            }
            if (parts.get(index).isEmpty()) {
                parts.set(index, new ArrayList<>(2));
            }
            parts.get(index).add(datum.samples());
        }
        return new Aggregation(range, parts::get);
    }

    /**
     * Samples that are gathered already, and made only as they are asked for: a store can keep them as it likes.
     *
     * @param range the periods
     * @param samples the samples of a period, by its number from 0; {@link Distribution#EMPTY} where there are none
     * @return the samples of each period
     */
    public static Aggregation of(Range range, IntFunction<Distribution> samples) {
        return new Aggregation(range, index -> List.of(samples.apply(index)));
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
        return merge(new DistributionBuilder(), index);
    }

    /**
     * As much of the samples of one period as a statistic needs: the basic ones do without the values, and are spared the
     * sorting.
     *
     * @param index number of the period, from 0
     * @param statistic which statistic
     * @return its samples, perhaps none
     */
    public Distribution samples(int index, Statistic statistic) {
        return statistic.needsValues() ? samples(index) : merge(new DistributionBuilder().withoutValues(), index);
    }

    private Distribution merge(DistributionBuilder builder, int index) {
        List<Distribution> distributions = parts.apply(index);
        if (distributions.size() == 1) {
            return distributions.getFirst();
        }
        distributions.forEach(builder::add);
        return builder.build();
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
        for (int i = 0; i < range.periods(); i++) {
            OptionalDouble value = statistic.of(samples(i, statistic));
            if (value.isPresent()) {
                builder.add(range.at(i), value.getAsDouble());
            }
        }
        return builder.build();
    }
}
