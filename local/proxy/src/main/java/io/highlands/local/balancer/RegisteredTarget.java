// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.highlands.local.balancer.TargetHealth.State;
import io.highlands.local.forward.Origin;
import io.highlands.local.forward.UpstreamRoute;

/** A target while it is registered: its health, and the requests that it has. */
final class RegisteredTarget {

    private final Target target;
    private final TargetGroup group;
    private final UpstreamRoute route;
    private final HealthState health;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final CompletableFuture<Void> healthy = new CompletableFuture<>();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile State state = State.INITIAL;

    RegisteredTarget(Target target, TargetGroup group, Origin source, UpstreamRoute.Connections connections) {
        this.target = target;
        this.group = group;
        this.route = new UpstreamRoute(target.taskId(), source, target.listener(target.port()),
                target.address() + ":" + target.port(), connections);
        this.health = new HealthState(group.options(), System.nanoTime());
    }

    Target target() {
        return target;
    }

    TargetGroup group() {
        return group;
    }

    UpstreamRoute route() {
        return route;
    }

    State state() {
        return state;
    }

    TargetHealth health() {
        synchronized (health) {
            return health.health();
        }
    }

    CompletableFuture<Void> whenHealthy() {
        return healthy.copy();
    }

    /** Takes note of a check: what it failed for, or nothing. */
    void checked(String failure) {
        TargetHealth before = health();
        synchronized (health) {
            if (state == State.DRAINING) {
                return;
            }
            if (failure.isEmpty()) {
                health.succeeded();
            } else {
                health.failed(failure, System.nanoTime());
            }
            state = health.state();
        }
        if (!before.equals(health())) {
            group.changed(this);
        }
        if (state == State.HEALTHY) {
            healthy.complete(null);
        }
    }

    CompletableFuture<Void> drain() {
        synchronized (health) {
            health.drain();
            state = State.DRAINING;
        }
        healthy.completeExceptionally(
                new BalancerException("task " + target.taskId() + " was deregistered before it was healthy", null));
        if (inFlight.get() == 0) {
            drained.complete(null);
        }
        return drained.copy();
    }

    void requestBegins() {
        inFlight.incrementAndGet();
    }

    void requestOver() {
        if (inFlight.decrementAndGet() == 0 && state == State.DRAINING) {
            drained.complete(null);
        }
    }
}
