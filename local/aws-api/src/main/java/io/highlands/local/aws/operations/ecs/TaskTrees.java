// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.ecs;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.aws.operations.Output;
import io.highlands.local.ecs.ContainerSnapshot;
import io.highlands.local.ecs.StopCode;
import io.highlands.local.ecs.TaskDefinitionRevision;
import io.highlands.local.ecs.TaskSnapshot;
import io.highlands.local.ecs.TaskStatus;
import io.highlands.local.template.ContainerSpec;

/** A task as ECS describes it. The proxy, which is no process of its own here, is not among the containers. */
final class TaskTrees {

    private final Fleet fleet;

    TaskTrees(Fleet fleet) {
        this.fleet = fleet;
    }

    static String desiredStatus(TaskSnapshot task) {
        return task.lastStatus().isLive() ? TaskStatus.RUNNING.name() : TaskStatus.STOPPED.name();
    }

    Map<String, Object> task(String service, TaskSnapshot task) {
        Optional<TaskDefinitionRevision> revision = fleet.revision(task.taskDefinition());
        Output output = Output.of("taskArn", fleet.taskArn(task.id())).with("clusterArn", fleet.clusterArn())
                .with("taskDefinitionArn", fleet.taskDefinitionArn(task.taskDefinition()))
                .with("attachments", List.of(attachment(task))).with("attributes", List.of())
                .with("connectivity", "CONNECTED").with("createdAt", task.createdAt())
                .with("desiredStatus", desiredStatus(task)).with("enableExecuteCommand", false)
                .with("group", "service:" + service).with("healthStatus", task.health().name())
                .with("lastStatus", task.lastStatus().name()).with("launchType", "FARGATE")
                .with("platformVersion", "1.4.0").with("platformFamily", "Linux")
                .with("startedAt", task.startedAt()).with("startedBy", task.deployment())
                .with("stopCode", Optional.ofNullable(task.stopCode()).map(StopCode::name))
                .with("stoppedAt", task.stoppedAt()).with("stoppedReason", task.stoppedReason())
                .with("tags", List.of()).with("containers", task.containers().stream()
                        .filter(container -> !container.isInjected())
                        .map(container -> container(task, container, revision)).toList());
        revision.ifPresent(known -> output.with("cpu", Integer.toString(known.definition().cpu()))
                .with("memory", Integer.toString(known.definition().memoryMiB())));
        return output.tree();
    }

    private static Map<String, Object> attachment(TaskSnapshot task) {
        return Output.of("id", attachmentId(task)).with("type", "ElasticNetworkInterface")
                .with("status", task.lastStatus() == TaskStatus.STOPPED ? "DELETED" : "ATTACHED")
                .with("details", List.of(Map.of("name", "privateIPv4Address", "value", task.proxyAddress()))).tree();
    }

    private static String attachmentId(TaskSnapshot task) {
        return "eni-" + task.id();
    }

    private Map<String, Object> container(TaskSnapshot task, ContainerSnapshot container,
            Optional<TaskDefinitionRevision> revision) {
        Output output = Output.of("containerArn", fleet.containerArn(task.id(), container.name()))
                .with("taskArn", fleet.taskArn(task.id())).with("name", container.name())
                .with("lastStatus", container.status().name()).with("exitCode", container.exitCode())
                .with("reason", container.reason()).with("networkBindings", List.of())
                .with("networkInterfaces", List.of(Map.of("attachmentId", attachmentId(task), "privateIpv4Address",
                        task.proxyAddress())))
                .with("healthStatus", container.health().name());
        if (container.pid() > 0) {
            output.with("runtimeId", task.id() + "-" + container.pid());
        }
        revision.map(known -> known.definition().container(container.name()))
                .ifPresent(spec -> sizes(output.with("image", spec.image()), spec));
        return output.tree();
    }

    private static void sizes(Output output, ContainerSpec spec) {
        output.with("cpu", Integer.toString(spec.cpu()));
        if (spec.memoryMiB() != null) {
            output.with("memory", spec.memoryMiB().toString());
        }
        if (spec.memoryReservationMiB() != null) {
            output.with("memoryReservation", spec.memoryReservationMiB().toString());
        }
    }
}
