// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.util.Map;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

import io.micrometer.core.instrument.AbstractDistributionSummary;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.distribution.NoopHistogram;
import io.micrometer.core.instrument.distribution.TimeWindowMax;

/** A summary that keeps every sample of a step; read otherwise, it goes on for ever. */
final class SampledSummary extends AbstractDistributionSummary {

    private final LongAdder count = new LongAdder();
    private final DoubleAdder total = new DoubleAdder();
    private final TimeWindowMax max;
    private final Samples samples = new Samples();

    SampledSummary(Id id, Clock clock, double scale, long stepMillis) {
        super(id, scale, NoopHistogram.INSTANCE);
        this.max = new TimeWindowMax(clock, stepMillis, 3);
    }

    @Override
    protected void recordNonNegative(double amount) {
        count.increment();
        total.add(amount);
        max.record(amount);
        samples.add(amount);
    }

    /** Samples since the last call. */
    Map<Double, Long> take() {
        return samples.take();
    }

    @Override
    public long count() {
        return count.sum();
    }

    @Override
    public double totalAmount() {
        return total.sum();
    }

    @Override
    public double max() {
        return max.poll();
    }
}
