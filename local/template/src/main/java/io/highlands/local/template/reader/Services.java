// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.Source;
import io.highlands.local.template.TargetGroupSpec;
import io.highlands.local.template.TargetRegistration;
import io.highlands.local.template.TaskDefinitionSpec;
import io.highlands.local.template.cloudformation.Inventory;
import io.highlands.local.template.cloudformation.Properties;

/** Reads services. */
final class Services {

    private final Clusters clusters;
    private final Map<String, TaskDefinitionSpec> taskDefinitions;
    private final List<TargetGroupSpec> targetGroups;
    private final ScalableTargets scalableTargets;

    Services(Clusters clusters, Map<String, TaskDefinitionSpec> taskDefinitions, List<TargetGroupSpec> targetGroups,
            ScalableTargets scalableTargets) {
        this.clusters = clusters;
        this.taskDefinitions = taskDefinitions;
        this.targetGroups = targetGroups;
        this.scalableTargets = scalableTargets;
    }

    List<ServiceSpec> read(Inventory inventory) {
        List<ServiceSpec> services = new ArrayList<>();
        Map<String, Source> names = new HashMap<>();
        for (Properties service : inventory.all("AWS::ECS::Service")) {
            ServiceSpec spec = service(service);
            Source other = names.put(spec.name(), spec.source());
            if (other != null) {
                throw service.error("ServiceName", "'" + spec.name() + "' is the name of " + other + " already");
            }
            services.add(spec);
        }
        return services;
    }

    private ServiceSpec service(Properties service) {
        checkKind(service);
        TaskDefinitionSpec taskDefinition = taskDefinition(service);
        Properties deployment = service.child("DeploymentConfiguration");
        Properties breaker = deployment == null ? null : deployment.child("DeploymentCircuitBreaker");
        int least = deployment == null ? 100 : deployment.integer("MinimumHealthyPercent", 100, 0, 100);
        int most = deployment == null ? 200 : deployment.integer("MaximumPercent", 200, 100, 200);
        if (least == most) {
            throw deployment.error("MaximumPercent", most
                    + " leaves no room to replace a task; it must be more than MinimumHealthyPercent");
        }
        if (service.has("HealthCheckGracePeriodSeconds") && service.children("LoadBalancers").isEmpty()) {
            throw service.error("HealthCheckGracePeriodSeconds",
                    "Health check grace period is only valid for services configured to use load balancers");
        }
        String name = service.attribute("Name");
        int desired = scalableTargets.desiredCount(clusters.name(), name, service.integer("DesiredCount", 1, 0, 5000));
        return new ServiceSpec(service.source(), name, desired, least, most,
                breaker != null && breaker.flag("Enable", false), breaker != null && breaker.flag("Rollback", false),
                Duration.ofSeconds(service.integer("HealthCheckGracePeriodSeconds", 0, 0, Integer.MAX_VALUE)),
                securityGroups(service), taskDefinition,
                new ServiceConnectReader(clusters).read(service, taskDefinition), targets(service, taskDefinition));
    }

    private void checkKind(Properties service) {
        String cluster = service.text("Cluster", "default");
        String name = cluster.substring(cluster.lastIndexOf('/') + 1);
        if (!name.equals(clusters.name())) {
            throw service.error("Cluster", "'" + name + "' is not a cluster of this environment; allowed: "
                    + clusters.name());
        }
        service.text("ServiceName", null);
        service.oneOf("LaunchType", "FARGATE", List.of("FARGATE"));
        service.oneOf("SchedulingStrategy", "REPLICA", List.of("REPLICA"));
        Properties controller = service.child("DeploymentController");
        if (controller != null) {
            controller.oneOf("Type", "ECS", List.of("ECS"));
        }
    }

    private TaskDefinitionSpec taskDefinition(Properties service) {
        String arn = service.text("TaskDefinition");
        TaskDefinitionSpec definition = taskDefinitions.get(arn);
        if (definition == null) {
            throw service.error("TaskDefinition", "'" + arn
                    + "' is not a task definition of this environment; allowed: "
                    + String.join(", ", taskDefinitions.keySet().stream().sorted().toList()));
        }
        return definition;
    }

    private static Set<String> securityGroups(Properties service) {
        Properties network = service.child("NetworkConfiguration");
        Properties vpc = network == null ? null : network.child("AwsvpcConfiguration");
        if (vpc == null) {
            throw service.error("NetworkConfiguration.AwsvpcConfiguration", "is missing, which awsvpc needs");
        }
        return new LinkedHashSet<>(vpc.texts("SecurityGroups"));
    }

    private List<TargetRegistration> targets(Properties service, TaskDefinitionSpec definition) {
        List<TargetRegistration> targets = new ArrayList<>();
        for (Properties entry : service.children("LoadBalancers")) {
            String name = entry.text("ContainerName");
            ContainerSpec container = definition.container(name);
            if (container == null) {
                throw entry.error("ContainerName", "'" + name
                        + "' is not a container of the task definition; allowed: "
                        + String.join(", ", definition.containers().stream().map(ContainerSpec::name).toList()));
            }
            int port = entry.integer("ContainerPort", 1, 65535);
            if (container.ports().stream().noneMatch(mapping -> mapping.containerPort() == port)) {
                throw entry.error("ContainerPort", port + " is not a port of container '" + name + "'; allowed: "
                        + String.join(", ", container.ports().stream().map(p -> "" + p.containerPort()).toList()));
            }
            targets.add(new TargetRegistration(TargetGroups.find(targetGroups, entry, "TargetGroupArn").arn(), name,
                    port));
        }
        return targets;
    }
}
