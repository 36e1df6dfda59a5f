// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import java.util.Arrays;

/** Gathers samples into a {@link Distribution}: appends first, sorts and joins equal values once, at the end. */
final class DistributionBuilder {

    private double sampleCount;

    private double sum;

    private double minimum = Double.POSITIVE_INFINITY;

    private double maximum = Double.NEGATIVE_INFINITY;

    private boolean valuesKnown = true;

    private double[][] entries = new double[4][];

    private int size;

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
        if (!part.hasValues()) {
            valuesKnown = false;
            entries = new double[0][];
            size = 0;
            return this;
        }
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
        Arrays.sort(entries, 0, size, (a, b) -> Double.compare(a[0], b[0]));
        double[] values = new double[size];
        double[] counts = new double[size];
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (distinct > 0 && values[distinct - 1] == entries[i][0]) {
                counts[distinct - 1] += entries[i][1];
            } else {
                values[distinct] = entries[i][0];
                counts[distinct++] = entries[i][1];
            }
        }
        return new Distribution(sampleCount, sum, minimum, maximum, Arrays.copyOf(values, distinct),
                Arrays.copyOf(counts, distinct));
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
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
        }
        entries[size++] = new double[]{value, count};
    }
}
