// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

/** Health of a container or task, in ECS's words. */
public enum HealthStatus {
    /** There is no health check, or none has decided yet. */
    UNKNOWN,
    /** The health check passes. */
    HEALTHY,
    /** The health check has failed as often as its retries allow. */
    UNHEALTHY
}
