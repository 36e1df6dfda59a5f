// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Duration;

import io.highlands.local.template.HealthCheckSpec;
import io.highlands.local.template.Platform;

/**
 * How long a platform may take until all its services are stable for the first time.
 *
 * <p>ECS replaces a task whose container is not healthy by the end of its start period and its retries. So a first start has the
 * time of two such tasks: one that was too slow, and its replacement.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html">HealthCheck</a>
 */
public final class StartTimeout {

    /** Three services on two cores need about 5 s; with agents on a busy machine a minute. */
    private static final Duration SHORTEST = Duration.ofMinutes(3);

    private static final int TASKS = 2;

    private StartTimeout() {
    }

    /**
     * Reads it from the health checks.
     *
     * @param platform what is to start
     * @return at least three minutes
     */
    public static Duration of(Platform platform) {
        Duration longest = platform.services().stream()
                .flatMap(service -> service.taskDefinition().containers().stream())
                .filter(container -> container.essential() && container.healthCheck() != null)
                .map(container -> container.healthCheck()).map(HealthCheckSpec::longestStart)
                .max(Duration::compareTo).orElse(Duration.ZERO).multipliedBy(TASKS);
        return longest.compareTo(SHORTEST) > 0 ? longest : SHORTEST;
    }
}
