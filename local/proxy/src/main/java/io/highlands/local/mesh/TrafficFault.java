// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.time.Duration;
import java.util.Set;

/**
 * What is done to requests on their way to some tasks, until it is removed.
 *
 * @param caller the name of the service whose requests it concerns, {@code load-balancer} for those from outside
 * @param tasks the ids of the tasks that the requests come to
 * @param route the path, not decoded and without its query; empty for all paths
 * @param percent the share of the requests, 1 to 100
 * @param delay how much later they arrive; zero for no later
 * @param status the status that the task answers with instead of its process; 0 for none
 */
public record TrafficFault(String caller, Set<String> tasks, String route, int percent, Duration delay, int status) {

    /** Copies the ids. */
    public TrafficFault {
        tasks = Set.copyOf(tasks);
    }

    boolean concerns(TaskIdentity from, TaskIdentity to, String path) {
        return tasks.contains(to.taskId()) && from.service().equals(caller)
                && (route.isEmpty() || route.equals(path));
    }
}
