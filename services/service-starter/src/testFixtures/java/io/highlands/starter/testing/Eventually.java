// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for conditions.
 */
public final class Eventually {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long POLL_NANOS = Duration.ofMillis(10).toNanos();

    private Eventually() {
    }

    /** Returns once the condition holds, and fails when it does not within a minute. */
    public static void await(String what, Callable<Boolean> condition) throws Exception {
        await(what, LONGEST, condition);
    }

    /** Returns once the condition holds, and fails when it does not in time. */
    public static void await(String what, Duration longest, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("never happened: " + what);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
