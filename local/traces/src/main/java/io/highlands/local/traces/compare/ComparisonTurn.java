// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets one comparison of traces run at a time, as each may take a third of the platform's heap. */
final class ComparisonTurn {

    private static final Semaphore TURN = new Semaphore(1, true);

    private ComparisonTurn() {
    }

    /**
     * Compares when no other comparison runs; those that wait do so in the order in which they came.
     *
     * @param timeout how long it waits at most
     * @param comparison what is done alone
     * @param <T> what it results in
     * @return its result
     * @throws ComparisonBusyException when others took all of the time
     */
    static <T> T take(Duration timeout, Supplier<T> comparison) {
        try {
            if (!TURN.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ComparisonBusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ComparisonBusyException();
        }
        try {
            return comparison.get();
        } finally {
            TURN.release();
        }
    }
}
