// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import java.util.Arrays;

/**
 * Gathers samples into a {@link Distribution}: appends first, and sorts and joins equal values once, at the end, if they
 * did not come in order anyway.
 */
final class DistributionBuilder {

    private double sampleCount;

    private double sum;

    private double minimum = Double.POSITIVE_INFINITY;

    private double maximum = Double.NEGATIVE_INFINITY;

    private boolean valuesKnown = true;

    private boolean sorted = true;

    private double[] values;

    private double[] counts;

    private int size;

    DistributionBuilder() {
        this(4);
    }

    /** With room for so many distinct values before it has to grow. */
    DistributionBuilder(int expected) {
        values = new double[expected];
        counts = new double[expected];
    }

    /** Forgets the values and keeps the totals, which is all that the basic statistics need. */
    DistributionBuilder withoutValues() {
        valuesKnown = false;
        return this;
    }

    DistributionBuilder add(double value, double count) {
        Distribution.requireFinite("A value", value);
        Distribution.requireFinite("A count", count);
        if (count < 0) {
            throw new IllegalArgumentException("A count is at least 0, not " + count);
        }
        if (count > 0) {
            total(count, value * count, value, value);
            // -0.0 and 0.0 are one value
            append(value + 0.0, count);
        }
        return this;
    }

    DistributionBuilder add(Distribution part) {
        if (part.isEmpty()) {
            return this;
        }
        total(part.sampleCount(), part.sum(), part.minimum(), part.maximum());
        valuesKnown &= part.hasValues();
        for (int i = 0; valuesKnown && i < part.distinct(); i++) {
            append(part.value(i), part.count(i));
        }
        return this;
    }

    Distribution build() {
        if (sampleCount == 0) {
            return Distribution.EMPTY;
        }
        if (!valuesKnown) {
            return new Distribution(sampleCount, sum, minimum, maximum, null, null);
        }
        if (!sorted) {
            sort();
        }
        return new Distribution(sampleCount, sum, minimum, maximum, Arrays.copyOf(values, size),
                Arrays.copyOf(counts, size));
    }

    private void total(double count, double partSum, double low, double high) {
        sampleCount += count;
        sum += partSum;
        minimum = Math.min(minimum, low);
        maximum = Math.max(maximum, high);
    }

    private void append(double value, double count) {
        if (!valuesKnown) {
            return;
        }
        if (size > 0 && values[size - 1] == value) {
            counts[size - 1] += count;
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2 + 1);
            counts = Arrays.copyOf(counts, size * 2 + 1);
        }
        sorted &= size == 0 || values[size - 1] < value;
        values[size] = value;
        counts[size++] = count;
    }

    /** Sorts without objects: values by themselves, then each count to where its value went. */
    private void sort() {
        double[] distinct = distinct(Arrays.copyOf(values, size));
        double[] joined = new double[distinct.length];
        for (int i = 0; i < size; i++) {
            joined[Arrays.binarySearch(distinct, values[i])] += counts[i];
        }
        values = distinct;
        counts = joined;
        size = distinct.length;
    }

    private static double[] distinct(double[] all) {
        Arrays.sort(all);
        int last = 0;
        for (int i = 1; i < all.length; i++) {
            if (all[i] != all[last]) {
                all[++last] = all[i];
            }
        }
        return Arrays.copyOf(all, last + 1);
    }
}
