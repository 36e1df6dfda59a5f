// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A service whose process is an attached one, at one moment.
 *
 * @param port where the process listens, or will, on 127.0.0.1
 * @param state whether it gets the service's requests
 * @param waitsFor what it lacks, in one line; empty when it lacks nothing
 */
public record AttachedTask(int port, State state, Optional<String> waitsFor) {

    /** Whether the process gets the service's requests. */
    public enum State {
        /** The service's own tasks still do. */
        WAITING,
        /** It does, and nothing else. */
        ATTACHED,
        /** It does, and fails its health checks. */
        UNHEALTHY
    }

    static AttachedTask of(int port, Optional<Task> task, boolean steady) {
        String address = "127.0.0.1:" + port;
        if (task.isEmpty() || !task.get().containers().allStarted()) {
            return new AttachedTask(port, State.WAITING,
                    Optional.of(task.isPresent() && lacksProcess(task.get())
                            ? "nothing listens on " + address + " yet"
                            : "a task is started"));
        }
        if (task.get().isHealthy()) {
            return steady
                    ? new AttachedTask(port, State.ATTACHED, Optional.empty())
                    : new AttachedTask(port, State.WAITING, Optional.of("the tasks before are drained"));
        }
        return new AttachedTask(port, task.get().wasHealthy() ? State.UNHEALTHY : State.WAITING,
                Optional.of(unhealthy(task.get(), address)));
    }

    private static boolean lacksProcess(Task task) {
        return task.status() != TaskStatus.PROVISIONING;
    }

    private static String unhealthy(Task task, String address) {
        if (task.containers().health() == HealthStatus.UNHEALTHY) {
            return "nothing listens on " + address + " any more";
        }
        Map<String, String> reasons = TargetStates.of(task.targetHealth()).reasons();
        return reasons.isEmpty()
                ? "the containers beside it are not healthy yet"
                : "the load balancer's health check of " + address + ": "
                        + reasons.values().stream().distinct().collect(Collectors.joining("; "));
    }
}
