// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

/** How far a deployment is, in ECS's words. */
public enum RolloutState {
    /** Its tasks are being started and those of earlier deployments stopped. */
    IN_PROGRESS,
    /** All its tasks are healthy and no others are left. */
    COMPLETED,
    /** The circuit breaker has given it up. */
    FAILED
}
