// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.ecs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.highlands.local.aws.operations.Output;
import io.highlands.local.ecs.DeploymentSnapshot;
import io.highlands.local.ecs.ServiceEvent;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.TargetRegistration;

/** A service as ECS describes it. */
final class ServiceTrees {

    private final Fleet fleet;

    ServiceTrees(Fleet fleet) {
        this.fleet = fleet;
    }

    Map<String, Object> service(ServiceSnapshot service) {
        Output output = Output.of("serviceArn", fleet.serviceArn(service.name())).with("serviceName", service.name())
                .with("clusterArn", fleet.clusterArn()).with("serviceRegistries", List.of()).with("status", "ACTIVE")
                .with("desiredCount", service.desired()).with("runningCount", service.running())
                .with("pendingCount", service.pending()).with("launchType", "FARGATE")
                .with("platformVersion", "LATEST").with("platformFamily", "Linux")
                .with("taskDefinition",
                        fleet.taskDefinitionArn(service.deployments().getFirst().taskDefinition()))
                .with("events", service.events().stream().map(event -> event(service, event)).toList())
                .with("createdAt", fleet.since()).with("placementConstraints", List.of())
                .with("placementStrategy", List.of()).with("schedulingStrategy", "REPLICA")
                .with("deploymentController", Map.of("type", "ECS")).with("enableECSManagedTags", false)
                .with("propagateTags", "NONE").with("enableExecuteCommand", false);
        ServiceSpec spec = fleet.declared(service.name()).orElse(null);
        output.with("deployments", service.deployments().stream().map(each -> deployment(each, spec)).toList());
        if (spec == null) {
            return output.tree();
        }
        if (!spec.targets().isEmpty()) {
            output.with("healthCheckGracePeriodSeconds", spec.healthCheckGracePeriod().toSeconds());
        }
        return output.with("loadBalancers", spec.targets().stream().map(ServiceTrees::target).toList())
                .with("deploymentConfiguration", configuration(spec)).with("networkConfiguration", network(spec))
                .tree();
    }

    /** An event has no id of its own here; one that never changes is made of its time and text. */
    private static Map<String, Object> event(ServiceSnapshot service, ServiceEvent event) {
        String seed = service.name() + event.at() + event.message();
        return Output.of("id", UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString())
                .with("createdAt", event.at()).with("message", event.message()).tree();
    }

    private static Map<String, Object> target(TargetRegistration target) {
        return Output.of("targetGroupArn", target.targetGroup()).with("containerName", target.containerName())
                .with("containerPort", target.containerPort()).tree();
    }

    private static Map<String, Object> configuration(ServiceSpec spec) {
        return Output.of("deploymentCircuitBreaker",
                Map.of("enable", spec.circuitBreaker(), "rollback", spec.rollback()))
                .with("maximumPercent", spec.maximumPercent())
                .with("minimumHealthyPercent", spec.minimumHealthyPercent()).tree();
    }

    private static Map<String, Object> network(ServiceSpec spec) {
        return Map.of("awsvpcConfiguration", Output.of("subnets", List.of())
                .with("securityGroups", List.copyOf(spec.securityGroups())).with("assignPublicIp", "DISABLED").tree());
    }

    private Map<String, Object> deployment(DeploymentSnapshot deployment, ServiceSpec spec) {
        Output output = Output.of("id", deployment.id()).with("status", deployment.primary() ? "PRIMARY" : "ACTIVE")
                .with("taskDefinition", fleet.taskDefinitionArn(deployment.taskDefinition()))
                .with("desiredCount", deployment.desired()).with("pendingCount", deployment.pending())
                .with("runningCount", deployment.running()).with("failedTasks", deployment.failedTasks())
                .with("createdAt", deployment.createdAt()).with("updatedAt", deployment.updatedAt())
                .with("launchType", "FARGATE").with("platformVersion", "1.4.0").with("platformFamily", "Linux")
                .with("rolloutState", deployment.rolloutState().name())
                .with("rolloutStateReason", deployment.reason());
        if (spec == null) {
            return output.tree();
        }
        output.with("networkConfiguration", network(spec));
        return spec.serviceConnect().enabled()
                ? output.with("serviceConnectConfiguration", ConnectTrees.configuration(spec.serviceConnect())).tree()
                : output.tree();
    }
}
