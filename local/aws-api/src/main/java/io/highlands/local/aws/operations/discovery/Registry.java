// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.discovery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.highlands.local.aws.operations.Infrastructure;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.ecs.TaskSnapshot;
import io.highlands.local.ecs.TaskStatus;
import io.highlands.local.template.Platform;
import io.highlands.local.template.ServiceConnectService;
import io.highlands.local.template.ServiceSpec;

/** The namespace of the environment, its endpoints, and the tasks that are registered for each. */
final class Registry {

    private static final String NAMESPACE = "AWS::ServiceDiscovery::HttpNamespace";

    private final Infrastructure infrastructure;

    Registry(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    /**
     * An endpoint of Service Connect, which is a service of Cloud Map.
     *
     * @param name its discovery name
     * @param id made of namespace and name, so that it is the same on every run
     * @param owner the ECS service whose tasks serve it
     * @param port the port that their proxies listen on
     */
    record Endpoint(String name, String id, ServiceSpec owner, int port) {}

    /**
     * A task that is registered for an endpoint.
     *
     * @param id the task's id
     * @param attributes address and port, and whose task it is
     */
    record Instance(String id, Map<String, String> attributes) {}

    Infrastructure infrastructure() {
        return infrastructure;
    }

    /** The namespace's name; empty when the environment has none. */
    Optional<String> namespace() {
        return Optional.ofNullable(infrastructure.platform().get().namespace());
    }

    String namespaceId() {
        return infrastructure.stacks().get().all().stream().flatMap(stack -> stack.resources().stream())
                .filter(resource -> resource.type().equals(NAMESPACE)).findFirst()
                .map(resource -> resource.physicalId()).orElseGet(() -> "ns-" + hash(namespace().orElse("")));
    }

    List<Endpoint> endpoints() {
        Platform platform = infrastructure.platform().get();
        List<Endpoint> endpoints = new ArrayList<>();
        for (ServiceSpec service : platform.services()) {
            for (ServiceConnectService endpoint : service.serviceConnect().services()) {
                String name = endpoint.discoveryName();
                endpoints.add(new Endpoint(name, "srv-" + hash(platform.namespace() + "/" + name), service,
                        endpoint.containerPort()));
            }
        }
        return endpoints;
    }

    private static String hash(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "").substring(0,
                16);
    }

    String arn(Endpoint endpoint) {
        return infrastructure.arn("servicediscovery", "service/" + endpoint.id());
    }

    /** A task is registered as long as it is RUNNING. */
    List<Instance> instances(Endpoint endpoint) {
        ClusterSnapshot cluster = infrastructure.runtime().snapshot();
        return cluster.services().stream().filter(service -> service.name().equals(endpoint.owner().name()))
                .flatMap(service -> service.tasks().stream())
                .filter(task -> task.lastStatus() == TaskStatus.RUNNING)
                .map(task -> new Instance(task.id(), attributes(cluster, endpoint, task))).toList();
    }

    /** The attributes that ECS documents for tasks in service discovery; for Service Connect it documents none. */
    private static Map<String, String> attributes(ClusterSnapshot cluster, Endpoint endpoint, TaskSnapshot task) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("AWS_INSTANCE_IPV4", task.proxyAddress());
        attributes.put("AWS_INSTANCE_PORT", Integer.toString(endpoint.port()));
        attributes.put("ECS_CLUSTER_NAME", cluster.cluster());
        attributes.put("ECS_SERVICE_NAME", endpoint.owner().name());
        attributes.put("ECS_TASK_DEFINITION_FAMILY", endpoint.owner().taskDefinition().family());
        return attributes;
    }
}
