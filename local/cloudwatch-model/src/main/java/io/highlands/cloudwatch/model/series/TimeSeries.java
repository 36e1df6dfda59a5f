// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.series;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** The values of one metric over time, oldest first. Periods without a value are absent, never zero. */
public final class TimeSeries {

    private final String label;

    private final Duration period;

    private final long[] seconds;

    private final double[] values;

    private final boolean dropped;

    TimeSeries(String label, Duration period, long[] seconds, double[] values, boolean dropped) {
        this.label = label;
        this.period = period;
        this.seconds = seconds;
        this.values = values;
        this.dropped = dropped;
    }

    /**
     * A series without any value.
     *
     * @param label what the series shows
     * @param period length of its periods
     * @return the series
     */
    public static TimeSeries empty(String label, Duration period) {
        return new TimeSeries(label, period, new long[0], new double[0], false);
    }

    /**
     * A series from one value per period; {@link Double#NaN} stands for a missing one.
     *
     * @param label what the series shows
     * @param range where the values belong
     * @param values one per period of the range
     * @return the series
     */
    public static TimeSeries of(String label, Range range, double... values) {
        TimeSeriesBuilder builder = builder(label, range.period());
        for (int i = 0; i < Math.min(values.length, range.periods()); i++) {
            builder.addPresent(range.at(i), values[i]);
        }
        return builder.build();
    }

    /**
     * Starts a series to which points are added in order of time.
     *
     * @param label what the series shows
     * @param period length of its periods
     * @return the builder
     */
    public static TimeSeriesBuilder builder(String label, Duration period) {
        return new TimeSeriesBuilder(label, period);
    }

    /**
     * What the series shows.
     *
     * @return the label
     */
    public String label() {
        return label;
    }

    /**
     * How long each value stands for.
     *
     * @return the period
     */
    public Duration period() {
        return period;
    }

    /**
     * How many periods have a value.
     *
     * @return the number of points
     */
    public int size() {
        return values.length;
    }

    /**
     * Whether no period has a value.
     *
     * @return true without points
     */
    public boolean isEmpty() {
        return values.length == 0;
    }

    /**
     * When a value's period starts.
     *
     * @param index number of the point, from 0
     * @return the start of its period
     */
    public Instant time(int index) {
        return Instant.ofEpochSecond(seconds[index]);
    }

    /**
     * The figure of one point.
     *
     * @param index number of the point, from 0
     * @return its value
     */
    public double value(int index) {
        return values[index];
    }

    /**
     * The value of the period that starts at a moment.
     *
     * @param time start of the period
     * @return its value, if there is one
     */
    public OptionalDouble at(Instant time) {
        int index = Arrays.binarySearch(seconds, time.getEpochSecond());
        return index < 0 ? OptionalDouble.empty() : OptionalDouble.of(values[index]);
    }

    /**
     * All points, oldest first.
     *
     * @return the points
     */
    public List<Point> points() {
        return IntStream.range(0, size()).mapToObj(i -> new Point(time(i), values[i])).toList();
    }

    /**
     * The values alone, oldest first.
     *
     * @return a copy of the values
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * The same series with each value changed; values that are no longer finite are dropped.
     *
     * @param change what happens to each value
     * @return the new series
     */
    public TimeSeries map(DoubleUnaryOperator change) {
        TimeSeriesBuilder builder = builder(label, period);
        for (int i = 0; i < size(); i++) {
            builder.add(time(i), change.applyAsDouble(values[i]));
        }
        return builder.build();
    }

    /**
     * The same points under another label.
     *
     * @param newLabel what the series shows
     * @return the new series
     */
    public TimeSeries named(String newLabel) {
        return new TimeSeries(newLabel, period, seconds, values, dropped);
    }

    /**
     * Whether computing it gave values that are no numbers, such as those of a division by zero, which were left out.
     *
     * @return true when points were dropped
     */
    public boolean droppedPoints() {
        return dropped;
    }

    /**
     * The same series, computed from one that dropped points.
     *
     * @return the series, which says that points were dropped
     */
    public TimeSeries withDroppedPoints() {
        return dropped ? this : new TimeSeries(label, period, seconds, values, true);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeSeries that && label.equals(that.label) && period.equals(that.period)
                && Arrays.equals(seconds, that.seconds) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * label.hashCode() + Arrays.hashCode(seconds) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return label + points();
    }
}
