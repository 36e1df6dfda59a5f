// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.ecs.ContainerSnapshot;
import io.highlands.local.ecs.RolloutState;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.ecs.StopCode;
import io.highlands.local.ecs.TaskSnapshot;

/** What ECS says of each service: tasks that are missing, ended by themselves, or a deployment that was given up. */
final class Services {

    private final ClusterSnapshot cluster;

    Services(ClusterSnapshot cluster) {
        this.cluster = cluster;
    }

    /**
     * {@return a sentence for each service that is not as it should be}
     *
     * @param window the period
     * @param untilNow whether it ends now: how many tasks run is known of this moment only
     */
    List<String> findings(Window window, boolean untilNow) {
        return cluster.services().stream().flatMap(service -> finding(service, window, untilNow).stream()).toList();
    }

    private static Optional<String> finding(ServiceSnapshot service, Window window, boolean untilNow) {
        List<String> said = new ArrayList<>();
        if (untilNow && service.running() < service.desired()) {
            said.add("%d of %d tasks run".formatted(service.running(), service.desired()));
        }
        service.deployments().stream().filter(deployment -> deployment.rolloutState() == RolloutState.FAILED)
                .filter(deployment -> window.contains(deployment.updatedAt()))
                .forEach(failed -> said.add("deployment " + failed.id() + " was given up: " + failed.reason()));
        List<TaskSnapshot> ended = service.tasks().stream().filter(task -> endedItself(task, window)).toList();
        if (!ended.isEmpty()) {
            said.add("%d %s ended: %s".formatted(ended.size(), ended.size() == 1 ? "task" : "tasks",
                    why(ended.getFirst())));
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(service.name() + ": " + String.join("; ", said) + ".");
    }

    /** Not what was scaled in, or replaced by a deployment. */
    private static boolean endedItself(TaskSnapshot task, Window window) {
        return task.stoppedAt() != null && window.contains(task.stoppedAt())
                && (task.stopCode() != StopCode.UserInitiated && task.stopCode() != StopCode.ServiceSchedulerInitiated
                        || Stream.ofNullable(task.stoppedReason()).anyMatch(reason -> reason.contains("ealth checks")));
    }

    private static String why(TaskSnapshot task) {
        String code = task.containers().stream().filter(container -> container.exitCode() != null)
                .filter(container -> container.exitCode() != 0).findFirst().map(Services::exit).orElse("");
        return task.stoppedReason() + code;
    }

    private static String exit(ContainerSnapshot container) {
        return " (%s: exit code %d)".formatted(container.name(), container.exitCode());
    }
}
