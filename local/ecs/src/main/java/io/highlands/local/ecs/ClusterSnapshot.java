// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.List;
import java.util.Optional;

/**
 * What runs at one moment.
 *
 * @param environment name of the environment
 * @param cluster name of the ECS cluster
 * @param services its services in the template's order
 */
public record ClusterSnapshot(String environment, String cluster, List<ServiceSnapshot> services) {

    /** Copies the list. */
    public ClusterSnapshot {
        services = List.copyOf(services);
    }

    /**
     * Finds a service.
     *
     * @param name its name
     * @return the service
     * @throws EcsException when there is none of that name
     */
    public ServiceSnapshot service(String name) {
        return services.stream().filter(service -> service.name().equals(name)).findFirst()
                .orElseThrow(() -> new EcsException("no service '" + name + "'; there are: "
                        + String.join(", ", services.stream().map(ServiceSnapshot::name).toList())));
    }

    /**
     * {@return the service whose tasks are, or lately were, targets of a target group}
     *
     * @param targetGroup the group's name
     */
    public Optional<String> behind(String targetGroup) {
        return services.stream()
                .filter(service -> service.tasks().stream()
                        .anyMatch(task -> task.targetHealth().containsKey(targetGroup)))
                .map(ServiceSnapshot::name).findFirst();
    }
}
