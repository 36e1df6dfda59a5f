// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.List;

/**
 * A service at one moment, as DescribeServices shows it.
 *
 * @param name its name
 * @param desired how many tasks are wanted: of a service whose process is attached, one
 * @param declared its desired count, as its declaration or the last change of it says
 * @param running how many are RUNNING
 * @param pending how many are on their way to it
 * @param stable whether it has reached a steady state
 * @param deployments its deployments, the primary one first
 * @param tasks its tasks that are not yet STOPPED, oldest first, and then those last stopped, latest first
 * @param events what happened, latest first, at most 100
 */
public record ServiceSnapshot(String name, int desired, int declared, int running, int pending, boolean stable,
        List<DeploymentSnapshot> deployments, List<TaskSnapshot> tasks, List<ServiceEvent> events) {

    /** Copies the lists. */
    public ServiceSnapshot {
        deployments = List.copyOf(deployments);
        tasks = List.copyOf(tasks);
        events = List.copyOf(events);
    }
}
