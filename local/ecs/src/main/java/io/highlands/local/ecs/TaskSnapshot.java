// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A task at one moment, as DescribeTasks shows it.
 *
 * @param id its id
 * @param deployment id of its deployment
 * @param taskDefinition family and revision of what it runs
 * @param slot its address slot
 * @param proxyAddress where its proxy listens
 * @param appAddress where its own process listens
 * @param lastStatus where it is in its life
 * @param health health of its essential containers
 * @param createdAt when it was PROVISIONING
 * @param startedAt when it was RUNNING, or null
 * @param stoppedAt when it was STOPPED, or null
 * @param stopCode why it was stopped, or null
 * @param stoppedReason the same in words, or null
 * @param targetHealth state of it in each target group, by the group's name, for example {@code healthy}
 * @param targetReasons what AWS calls the reason and its description, by the group's name; only where it is not healthy
 * @param containers its containers in the template's order
 */
public record TaskSnapshot(String id, String deployment, String taskDefinition, int slot, String proxyAddress,
        String appAddress, TaskStatus lastStatus, HealthStatus health, Instant createdAt, Instant startedAt,
        Instant stoppedAt, StopCode stopCode, String stoppedReason, Map<String, String> targetHealth,
        Map<String, String> targetReasons, List<ContainerSnapshot> containers) {

    /** Copies the collections. */
    public TaskSnapshot {
        targetHealth = Map.copyOf(targetHealth);
        targetReasons = Map.copyOf(targetReasons);
        containers = List.copyOf(containers);
    }

    /**
     * Finds a container.
     *
     * @param name its name
     * @return the container
     * @throws EcsException when there is none of that name
     */
    public ContainerSnapshot container(String name) {
        return containers.stream().filter(container -> container.name().equals(name)).findFirst()
                .orElseThrow(() -> new EcsException("task " + id + " has no container '" + name + "'"));
    }
}
