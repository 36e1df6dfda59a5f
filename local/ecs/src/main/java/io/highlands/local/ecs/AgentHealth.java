// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Duration;
import java.time.Instant;

import io.highlands.local.template.HealthCheckSpec;

/**
 * The health of a tracing sidecar, for which no process is asked: it fails from the moment on at which the sidecar is silent, and
 * counts once AWS would have counted its retries, by the clock of the time scale.
 */
final class AgentHealth {

    private final Duration timeout;
    private AgentState state = AgentState.ANSWERING;
    private Instant since = Instant.MIN;

    /**
     * Starts with an agent that responds.
     *
     * @param check its health check
     * @param timeScale how many times faster than in AWS time passes
     */
    AgentHealth(HealthCheckSpec check, int timeScale) {
        this.timeout = check.interval().multipliedBy(check.retries()).dividedBy(timeScale);
    }

    void become(AgentState next, Instant now) {
        if (next == AgentState.ANSWERING || state == AgentState.ANSWERING) {
            since = now;
        }
        state = next;
    }

    AgentState state() {
        return state;
    }

    HealthStatus status(Instant now) {
        return state != AgentState.ANSWERING && !now.isBefore(since.plus(timeout))
                ? HealthStatus.UNHEALTHY
                : HealthStatus.HEALTHY;
    }
}
