// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** When a service is looked at although nothing has changed: at the soonest of the times that are asked for. */
final class NextLook {

    private final Loop loop;
    private final Runnable look;
    private ScheduledFuture<?> next;

    NextLook(Loop loop, Runnable look) {
        this.loop = loop;
        this.look = look;
    }

    void within(Duration wait) {
        if (next == null || next.getDelay(TimeUnit.NANOSECONDS) > wait.toNanos()) {
            forget();
            next = loop.after(wait, look);
        }
    }

    void forget() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }
}
