// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import java.util.List;

/**
 * Samples of a metric, held as sorted distinct values with their counts: a million equal samples take the room of one.
 * Samples that came as a statistic set have lost their values; then only count, sum, minimum and maximum are known.
 */
public final class Distribution {

    /** No samples at all. */
    public static final Distribution EMPTY = new Distribution(0, 0, Double.NaN, Double.NaN, new double[0],
            new double[0]);

    private final double sampleCount;

    private final double sum;

    private final double minimum;

    private final double maximum;

    private final double[] values;

    private final double[] counts;

    Distribution(double sampleCount, double sum, double minimum, double maximum, double[] values, double[] counts) {
        this.sampleCount = sampleCount;
        this.sum = sum;
        this.minimum = minimum;
        this.maximum = maximum;
        this.values = values;
        this.counts = counts;
    }

    /**
     * One sample.
     *
     * @param value what was measured
     * @return the samples
     */
    public static Distribution of(double value) {
        return new DistributionBuilder(1).add(value, 1).build();
    }

    /**
     * Samples in the form of the {@code Values} and {@code Counts} arrays of PutMetricData.
     *
     * @param values what was measured
     * @param counts how often each value was measured; null or empty means once each
     * @return the samples
     */
    public static Distribution of(double[] values, double[] counts) {
        boolean once = counts == null || counts.length == 0;
        if (!once && counts.length != values.length) {
            throw new IllegalArgumentException(
                    "Values and Counts have the same length, not " + values.length + " and " + counts.length);
        }
        DistributionBuilder builder = new DistributionBuilder(values.length);
        for (int i = 0; i < values.length; i++) {
            builder.add(values[i], once ? 1 : counts[i]);
        }
        return builder.build();
    }

    /**
     * Samples in the form of a {@code StatisticValues} set. Where all samples must have been equal (minimum = maximum and
     * sum = minimum x count), the values are known after all, and every statistic stays available.
     *
     * @param sampleCount how many samples
     * @param sum their sum
     * @param minimum the lowest of them
     * @param maximum the highest of them
     * @return the samples
     */
    public static Distribution ofStatisticSet(double sampleCount, double sum, double minimum, double maximum) {
        requireFinite("SampleCount", sampleCount);
        requireFinite("Sum", sum);
        requireFinite("Minimum", minimum);
        requireFinite("Maximum", maximum);
        if (sampleCount < 0) {
            throw new IllegalArgumentException("SampleCount is at least 0, not " + sampleCount);
        }
        if (sampleCount == 0) {
            return EMPTY;
        }
        if (minimum > maximum) {
            throw new IllegalArgumentException(
                    "Minimum is not above Maximum, but is " + minimum + " with a Maximum of " + maximum);
        }
        if (minimum == maximum && sum == minimum * sampleCount) {
            return new Distribution(sampleCount, sum, minimum, maximum, new double[]{minimum},
                    new double[]{sampleCount});
        }
        return new Distribution(sampleCount, sum, minimum, maximum, null, null);
    }

    /**
     * All samples of several sets together.
     *
     * @param parts the sets
     * @return one set
     */
    public static Distribution merge(Iterable<Distribution> parts) {
        DistributionBuilder builder = new DistributionBuilder();
        parts.forEach(builder::add);
        return builder.build();
    }

    /**
     * All samples of two sets together.
     *
     * @param other the other set
     * @return one set
     */
    public Distribution plus(Distribution other) {
        if (isEmpty()) {
            return other;
        }
        return other.isEmpty() ? this : merge(List.of(this, other));
    }

    /**
     * How many samples there are.
     *
     * @return the count; Counts may make it fractional
     */
    public double sampleCount() {
        return sampleCount;
    }

    /**
     * The sum of all samples.
     *
     * @return the sum, 0 without samples
     */
    public double sum() {
        return sum;
    }

    /**
     * The lowest sample.
     *
     * @return the minimum, NaN without samples
     */
    public double minimum() {
        return minimum;
    }

    /**
     * The highest sample.
     *
     * @return the maximum, NaN without samples
     */
    public double maximum() {
        return maximum;
    }

    /**
     * Whether there are no samples.
     *
     * @return true without samples
     */
    public boolean isEmpty() {
        return sampleCount == 0;
    }

    /**
     * Whether each sample's own value is known.
     *
     * @return false when a statistic set has hidden them
     */
    public boolean hasValues() {
        return values != null;
    }

    /**
     * The distinct values, lowest first, as {@code Values} of PutMetricData has them.
     *
     * @return a copy of the values
     * @throws IllegalStateException when {@link #hasValues} is false
     */
    public double[] values() {
        return known().clone();
    }

    /**
     * How often each of {@link #values} was measured.
     *
     * @return a copy of the counts
     * @throws IllegalStateException when {@link #hasValues} is false
     */
    public double[] counts() {
        known();
        return counts.clone();
    }

    private double[] known() {
        if (values == null) {
            throw new IllegalStateException("A statistic set has no values");
        }
        return values;
    }

    int distinct() {
        return values.length;
    }

    double value(int index) {
        return values[index];
    }

    double count(int index) {
        return counts[index];
    }

    static void requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " is a finite number, not " + value);
        }
    }
}
