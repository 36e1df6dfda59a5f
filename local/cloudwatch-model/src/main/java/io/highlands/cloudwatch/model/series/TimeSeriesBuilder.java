// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.series;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Gathers the points of a {@link TimeSeries}, oldest first. */
public final class TimeSeriesBuilder {

    private final String label;

    private final Duration period;

    private long[] seconds = new long[16];

    private double[] values = new double[16];

    private int size;

    private boolean dropped;

    TimeSeriesBuilder(String label, Duration period) {
        this.label = label;
        this.period = period;
    }

    /**
     * Adds a point, later than the one before. A value that is not finite is no value: it is left out, and the series says
     * that it dropped points.
     *
     * @param time start of the period
     * @param value its value
     * @return this builder
     */
    public TimeSeriesBuilder add(Instant time, double value) {
        if (!Double.isFinite(value)) {
            dropped = true;
            return this;
        }
        long second = time.getEpochSecond();
        if (size > 0 && second <= seconds[size - 1]) {
            throw new IllegalArgumentException(
                    "Points come in order of time: " + time + " follows " + Instant.ofEpochSecond(seconds[size - 1]));
        }
        if (size == values.length) {
            seconds = Arrays.copyOf(seconds, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        seconds[size] = second;
        values[size++] = value;
        return this;
    }

    /**
     * Adds a point where there is a value.
     *
     * @param time start of the period
     * @param value its value; NaN where there is none, which is not a dropped point
     * @return this builder
     */
    public TimeSeriesBuilder addPresent(Instant time, double value) {
        return Double.isNaN(value) ? this : add(time, value);
    }

    /**
     * Ends the series.
     *
     * @return the series
     */
    public TimeSeries build() {
        return new TimeSeries(label, period, Arrays.copyOf(seconds, size), Arrays.copyOf(values, size), dropped);
    }
}
