// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import io.highlands.cloudwatch.model.statistics.Distribution;

/** Samples as memory and files hold them: totals and, only where the samples differ and are known, packed values. */
final class SampleRow extends Row {

    private final Series series;

    private final long second;

    private final double count;

    private final double sum;

    private final double minimum;

    private final double maximum;

    private final byte unit;

    private final byte[] values;

    SampleRow(Series series, long second, Totals totals, byte unit, byte[] values) {
        this.series = series;
        this.second = second;
        this.count = totals.count();
        this.sum = totals.sum();
        this.minimum = totals.minimum();
        this.maximum = totals.maximum();
        this.unit = unit;
        this.values = values;
    }

    /** What is known of any samples. */
    record Totals(double count, double sum, double minimum, double maximum) {}

    static SampleRow of(Series series, Sample sample) {
        long second = sample.time().getEpochSecond();
        Distribution samples = sample.samples();
        return new SampleRow(series, second - Math.floorMod(second, sample.resolutionSeconds()),
                new Totals(samples.sampleCount(), samples.sum(), samples.minimum(), samples.maximum()),
                (byte) Unit.code(sample.unit()), PackedValues.pack(samples));
    }

    Series series() {
        return series;
    }

    double count() {
        return count;
    }

    double sum() {
        return sum;
    }

    double minimum() {
        return minimum;
    }

    double maximum() {
        return maximum;
    }

    byte unit() {
        return unit;
    }

    /** The packed values; null where the totals say all. */
    byte[] values() {
        return values;
    }

    @Override
    long second() {
        return second;
    }

    @Override
    int weight() {
        return values == null ? 1 : 1 + values.length / 64;
    }
}
