// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.List;

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
}
