// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.local.ecs.ContainerSnapshot;
import io.highlands.local.ecs.EcsEvent;
import io.highlands.local.ecs.TaskSnapshot;

/**
 * Writes what ECS tells EventBridge in the shape of its events.
 *
 * @param region AWS Region, for ARNs
 * @param account AWS account, for ARNs
 * @param cluster the cluster's name
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_cwe_events.html">Amazon ECS events</a>
 */
record EcsEvents(String region, String account, String cluster) {

    ObjectNode of(EcsEvent event) {
        return switch (event) {
            case EcsEvent.DeploymentStateChange deployment -> deployment(deployment);
            case EcsEvent.ServiceAction action -> action(action);
            case EcsEvent.TaskStateChange task -> task(task);
        };
    }

    private ObjectNode deployment(EcsEvent.DeploymentStateChange event) {
        ObjectNode json = envelope("ECS Deployment State Change", event.at(), arn("service/", event.service()));
        json.putObject("detail")
                .put("eventType", event.name().endsWith("FAILED") ? "ERROR" : "INFO")
                .put("eventName", event.name())
                .put("deploymentId", event.deployment())
                .put("updatedAt", event.at().toString())
                .put("reason", event.reason());
        return json;
    }

    private ObjectNode action(EcsEvent.ServiceAction event) {
        ObjectNode json = envelope("ECS Service Action", event.at(), arn("service/", event.service()));
        json.putObject("detail")
                .put("eventType", event.type())
                .put("eventName", event.name())
                .put("clusterArn", clusterArn())
                .put("createdAt", event.at().toString());
        return json;
    }

    private ObjectNode task(EcsEvent.TaskStateChange event) {
        TaskSnapshot task = event.task();
        ObjectNode json = envelope("ECS Task State Change", event.at(), arn("task/", task.id()));
        ObjectNode detail = json.putObject("detail")
                .put("clusterArn", clusterArn())
                .put("taskArn", arn("task/", task.id()))
                .put("taskDefinitionArn", prefix() + "task-definition/" + task.taskDefinition())
                .put("group", "service:" + event.service())
                .put("launchType", "FARGATE")
                .put("startedBy", task.deployment())
                .put("desiredStatus", event.desiredStatus())
                .put("lastStatus", task.lastStatus().name())
                .put("healthStatus", task.health().name())
                .put("updatedAt", event.at().toString());
        if (task.startedAt() != null) {
            detail.put("startedAt", task.startedAt().toString());
        }
        if (task.stopCode() != null) {
            detail.put("stopCode", task.stopCode().name()).put("stoppedReason", task.stoppedReason());
        }
        if (task.stoppedAt() != null) {
            detail.put("stoppedAt", task.stoppedAt().toString());
        }
        var containers = detail.putArray("containers");
        task.containers().stream().filter(container -> !container.isInjected())
                .forEach(container -> container(containers.addObject(), container));
        return json;
    }

    private static void container(ObjectNode json, ContainerSnapshot container) {
        json.put("name", container.name())
                .put("lastStatus", container.status().name().toUpperCase(Locale.ROOT));
        if (container.exitCode() != null) {
            json.put("exitCode", container.exitCode().intValue());
        }
        if (container.reason() != null) {
            json.put("reason", container.reason());
        }
    }

    private ObjectNode envelope(String type, Instant at, String resource) {
        ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", type)
                .put("source", "aws.ecs")
                .put("account", account)
                .put("time", at.toString())
                .put("region", region);
        json.putArray("resources").add(resource);
        return json;
    }

    private String prefix() {
        return "arn:aws:ecs:" + region + ":" + account + ":";
    }

    private String clusterArn() {
        return prefix() + "cluster/" + cluster;
    }

    private String arn(String kind, String name) {
        return prefix() + kind + cluster + "/" + name;
    }
}
