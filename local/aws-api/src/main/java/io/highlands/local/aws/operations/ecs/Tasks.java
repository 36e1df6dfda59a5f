// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.ecs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.Page;
import io.highlands.local.aws.wire.AwsError;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.ecs.EcsException;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.ecs.TaskSnapshot;

/** ListTasks, DescribeTasks and StopTask. */
final class Tasks {

    private static final int MOST = 100;

    private final Fleet fleet;
    private final TaskTrees trees;

    Tasks(Fleet fleet) {
        this.fleet = fleet;
        this.trees = new TaskTrees(fleet);
    }

    Map<String, Object> list(Input input) {
        ClusterSnapshot cluster = fleet.cluster(input);
        List<ServiceSnapshot> services = input.optionalText("serviceName")
                .map(name -> List.of(fleet.service(cluster, name)
                        .orElseThrow(() -> new AwsError("ServiceNotFoundException", "Service not found."))))
                .orElse(cluster.services());
        List<String> arns = services.stream().flatMap(service -> service.tasks().stream()).filter(wanted(input))
                .map(task -> fleet.taskArn(task.id())).toList();
        Page<String> page = Fleet.page(input, arns, MOST);
        return Output.of("taskArns", page.items()).with("nextToken", page.next()).tree();
    }

    /** As AWS does it: nothing is ever wanted to be PENDING, and Fargate has no container instances. */
    private static Predicate<TaskSnapshot> wanted(Input input) {
        String status = input.optionalText("desiredStatus").orElse("RUNNING");
        boolean none = input.has("containerInstance")
                || !input.optionalText("launchType").orElse("FARGATE").equals("FARGATE");
        return task -> !none && TaskTrees.desiredStatus(task).equals(status)
                && input.optionalText("family").map(task.taskDefinition().replaceFirst(":\\d+$", "")::equals)
                        .orElse(true)
                && input.optionalText("startedBy").map(task.deployment()::equals).orElse(true);
    }

    Map<String, Object> describe(Input input) {
        ClusterSnapshot cluster = fleet.cluster(input);
        List<String> named = input.texts("tasks");
        if (named.isEmpty() || named.size() > MOST) {
            throw new AwsError(Fleet.INVALID, named.size() + " tasks; allowed: 1 to " + MOST);
        }
        List<Object> tasks = new ArrayList<>();
        List<Object> failures = new ArrayList<>();
        for (String name : named) {
            find(cluster, name).ifPresentOrElse(tasks::add,
                    () -> failures.add(Fleet.missing(name.contains(":") ? name : fleet.taskArn(name))));
        }
        return Output.of("tasks", tasks).with("failures", failures).tree();
    }

    Map<String, Object> stop(Input input) {
        ClusterSnapshot cluster = fleet.cluster(input);
        String id = id(input.text("task"));
        if (find(cluster, id).isEmpty()) {
            throw notFound();
        }
        try {
            fleet.runtime().stopTask(id, input.optionalText("reason").orElse("Task stopped by user"));
        } catch (EcsException stoppedMeanwhile) {
            // AWS answers with the stopped task, too.
        }
        return Output.of("task", find(fleet.snapshot(), id).orElseThrow(Tasks::notFound)).tree();
    }

    private static AwsError notFound() {
        return new AwsError(Fleet.INVALID, "The referenced task was not found.");
    }

    private Optional<Map<String, Object>> find(ClusterSnapshot cluster, String given) {
        for (ServiceSnapshot service : cluster.services()) {
            for (TaskSnapshot task : service.tasks()) {
                if (task.id().equals(given) || fleet.taskArn(task.id()).equals(given)) {
                    return Optional.of(trees.task(service.name(), task));
                }
            }
        }
        return Optional.empty();
    }

    private static String id(String given) {
        return given.substring(given.lastIndexOf('/') + 1);
    }
}
