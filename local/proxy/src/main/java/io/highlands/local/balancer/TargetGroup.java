// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.highlands.local.balancer.TargetHealth.State;

/** A target group: its targets, their health, and whose turn it is. */
public final class TargetGroup {

    private final HealthChecker checker;
    private final Map<String, RegisteredTarget> targets = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final TargetGroupMeter meter = new TargetGroupMeter();
    private volatile List<RegisteredTarget> routable = List.of();
    private volatile TargetGroupOptions options;

    TargetGroup(TargetGroupOptions options, HealthChecker checker) {
        this.options = options;
        this.checker = checker;
    }

    /**
     * Adds a target and begins to check it; one that is there already stays as it is.
     *
     * @param target the target
     */
    public void register(Target target) {
        RegisteredTarget added = new RegisteredTarget(target, this, checker.source(),
                meter.connections());
        if (targets.putIfAbsent(target.taskId(), added) == null) {
            changed(added);
            checker.start(added);
        }
    }

    /**
     * Takes a target out: it gets no new request, and may finish what it has.
     *
     * @param taskId the target's task; an unknown one is done at once
     * @return done when the target has nothing left to do, or when the deregistration delay is over
     */
    public CompletableFuture<Void> deregister(String taskId) {
        RegisteredTarget target = targets.get(taskId);
        if (target == null) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> drained = target.drain();
        changed(target);
        return drained.completeOnTimeout(null, options.deregistrationDelay().toMillis(), TimeUnit.MILLISECONDS)
                .thenRun(() -> forget(target));
    }

    /**
     * {@return the health of a target}
     *
     * @param taskId the target's task
     */
    public TargetHealth health(String taskId) {
        RegisteredTarget target = targets.get(taskId);
        return target == null
                ? new TargetHealth(State.UNUSED, "Target.NotRegistered: Target is not registered to the target group")
                : target.health();
    }

    /**
     * {@return done when a target has become healthy; failed when it is taken out before}
     *
     * @param taskId the target's task
     */
    public CompletableFuture<Void> whenHealthy(String taskId) {
        RegisteredTarget target = targets.get(taskId);
        return target == null
                ? CompletableFuture.failedFuture(
                        new BalancerException("task " + taskId + " is not registered in " + options.name(), null))
                : target.whenHealthy();
    }

    /** {@return the targets that are registered, draining ones among them} */
    public List<Target> targets() {
        return targets.values().stream().map(RegisteredTarget::target).toList();
    }

    /**
     * Calls back, on a thread of the load balancer, whenever a target's health may have changed.
     *
     * @param listener is given the target's task
     */
    public void onChange(Consumer<String> listener) {
        listeners.add(listener);
    }

    TargetGroupOptions options() {
        return options;
    }

    void options(TargetGroupOptions changed) {
        options = changed;
    }

    TargetGroupMeter meter() {
        return meter;
    }

    /**
     * {@return whose turn it is: of the healthy targets, or of the unhealthy ones when none is healthy; null when there is none}
     * A target that has not passed its first health check is not in service.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html">
     *     Health checks for Application Load Balancer target groups</a>
     */
    RegisteredTarget choose() {
        List<RegisteredTarget> now = routable;
        return now.isEmpty() ? null : now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
    }

    long count(State state) {
        return targets.values().stream().filter(target -> target.state() == state).count();
    }

    void changed(RegisteredTarget target) {
        List<RegisteredTarget> healthy = new ArrayList<>();
        List<RegisteredTarget> unhealthy = new ArrayList<>();
        synchronized (this) {
            for (RegisteredTarget each : targets.values()) {
                if (each.state() == State.HEALTHY) {
                    healthy.add(each);
                } else if (each.state() == State.UNHEALTHY) {
                    unhealthy.add(each);
                }
            }
            routable = List.copyOf(healthy.isEmpty() ? unhealthy : healthy);
        }
        listeners.forEach(listener -> listener.accept(target.target().taskId()));
    }

    private void forget(RegisteredTarget target) {
        if (targets.remove(target.target().taskId(), target)) {
            changed(target);
        }
    }
}
