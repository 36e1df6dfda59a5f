// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Instant;
import java.util.List;

/**
 * A deployment at one moment.
 *
 * @param id its id, for example {@code ecs-svc/1234567890123456789}
 * @param primary whether it is the PRIMARY one, and not an ACTIVE one that is being replaced
 * @param taskDefinition family and revision, for example {@code highlands-local-service-a:1}
 * @param desired how many of its tasks are wanted
 * @param running how many are RUNNING
 * @param pending how many are on their way to it
 * @param failedTasks how many could not be started or became unhealthy, since one was last healthy
 * @param rolloutState how far it is
 * @param reason the state in ECS's words
 * @param createdAt when it began
 * @param updatedAt when its state last changed
 * @param resolves names that its tasks resolve: the endpoints that existed when it began
 */
public record DeploymentSnapshot(String id, boolean primary, String taskDefinition, int desired, int running,
        int pending, int failedTasks, RolloutState rolloutState, String reason, Instant createdAt, Instant updatedAt,
        List<String> resolves) {

    /** Copies the list. */
    public DeploymentSnapshot {
        resolves = List.copyOf(resolves);
    }
}
