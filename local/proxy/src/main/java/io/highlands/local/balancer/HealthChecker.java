// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.highlands.local.balancer.TargetHealth.State;
import io.highlands.local.forward.Origin;

/** Checks all targets, each at its pace, each check on a virtual thread of its own. */
final class HealthChecker implements AutoCloseable {

    private final Origin source;
    private final Duration initialProbe;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("balancer-health").daemon().factory());

    HealthChecker(Origin source, Duration initialProbe) {
        this.source = source;
        this.initialProbe = initialProbe;
    }

    Origin source() {
        return source;
    }

    void start(RegisteredTarget target) {
        Thread.ofVirtual().name("health-check").start(() -> check(target));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void check(RegisteredTarget target) {
        if (target.state() == State.DRAINING || clock.isShutdown()) {
            return;
        }
        TargetGroupOptions options = target.group().options();
        target.checked(HealthCheck.run(target.target(), options, new StatusMatcher(options.matcher()), source));
        Duration pause = target.state() == State.INITIAL ? initialProbe : options.interval();
        try {
            clock.schedule(() -> start(target), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // The load balancer is gone.
        }
    }
}
