// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a service waits before it starts a task again: not at all after the first one that failed, then half a second,
 * and twice as long each time. A task that was healthy is replaced at once.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    /** ECS waits up to 27 minutes; nobody in local mode would. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private int failures;
    private Instant notBefore = Instant.MIN;

    void reset() {
        failures = 0;
        notBefore = Instant.MIN;
    }

    void failed(Instant now) {
        failures++;
        notBefore = now.plus(after(failures - 1));
    }

    /** How long to wait from now; negative or zero for not at all. */
    Duration left(Instant now) {
        return notBefore.equals(Instant.MIN) ? Duration.ZERO : Duration.between(now, notBefore);
    }

    static Duration after(int failures) {
        if (failures <= 0) {
            return Duration.ZERO;
        }
        Duration delay = FIRST.multipliedBy(1L << Math.min(failures - 1, 16));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
