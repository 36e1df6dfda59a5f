// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;

/** Waits until something holds. */
public final class Until {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private Until() {
    }

    /**
     * Waits, and fails after half a minute.
     *
     * @param what what is waited for
     * @param condition whether it holds now
     */
    public static void holds(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
