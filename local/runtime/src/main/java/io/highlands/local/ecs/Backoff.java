// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Duration;

/** How long a service waits before it starts a task again, after tasks that never became healthy. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    /** ECS waits up to 27 minutes; nobody at a laptop would. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Backoff() {
    }

    static Duration after(int failures) {
        if (failures <= 0) {
            return Duration.ZERO;
        }
        Duration delay = FIRST.multipliedBy(1L << Math.min(failures - 1, 16));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
