// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.util.concurrent.atomic.DoubleAdder;

import io.micrometer.core.instrument.AbstractMeter;
import io.micrometer.core.instrument.Counter;

/** A counter that also knows how much was added in a step. */
final class SteppedCounter extends AbstractMeter implements Counter {

    private final DoubleAdder total = new DoubleAdder();
    private double taken;

    SteppedCounter(Id id) {
        super(id);
    }

    @Override
    public void increment(double amount) {
        total.add(amount);
    }

    @Override
    public double count() {
        return total.sum();
    }

    /** What was added since the last call. */
    synchronized double take() {
        double now = total.sum();
        double added = now - taken;
        taken = now;
        return added;
    }
}
