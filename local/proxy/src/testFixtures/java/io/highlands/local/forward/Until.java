// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Waits for what another thread brings about. */
public final class Until {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(2);

    private Until() {
    }

    /** {@return whether the condition came true within ten seconds} */
    public static boolean is(BooleanSupplier condition) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        return true;
    }

    /** {@return the value, once it is that which is expected, or after ten seconds whatever it is} */
    public static long value(LongSupplier value, long expected) {
        is(() -> value.getAsLong() == expected);
        return value.getAsLong();
    }

    /** Waits until another thread opens a latch, and no longer than twenty seconds. */
    public static void open(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
