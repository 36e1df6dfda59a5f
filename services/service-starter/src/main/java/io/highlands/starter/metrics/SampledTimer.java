// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import io.micrometer.core.instrument.AbstractTimer;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.distribution.NoopHistogram;
import io.micrometer.core.instrument.distribution.TimeWindowMax;
import io.micrometer.core.instrument.distribution.pause.NoPauseDetector;

/**
 * A timer that keeps every sample of a step, in milliseconds to the microsecond; read otherwise, it goes on for ever.
 */
final class SampledTimer extends AbstractTimer {

    private static final double MICROS_PER_MILLI = 1_000;

    private final LongAdder count = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final TimeWindowMax max;
    private final Samples samples = new Samples();

    SampledTimer(Id id, Clock clock, long stepMillis) {
        super(id, clock, NoPauseDetector.INSTANCE, TimeUnit.MILLISECONDS, NoopHistogram.INSTANCE);
        this.max = new TimeWindowMax(clock, stepMillis, 3);
    }

    @Override
    protected void recordNonNegative(long amount, TimeUnit unit) {
        long taken = unit.toNanos(amount);
        count.increment();
        nanos.add(taken);
        max.record(taken, TimeUnit.NANOSECONDS);
        samples.add(Math.rint(taken / MICROS_PER_MILLI) / MICROS_PER_MILLI);
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
    public double totalTime(TimeUnit unit) {
        return nanos.sum() / (double) unit.toNanos(1);
    }

    @Override
    public double max(TimeUnit unit) {
        return max.poll(unit);
    }
}
