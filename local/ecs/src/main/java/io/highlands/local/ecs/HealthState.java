// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Duration;

import io.highlands.local.template.HealthCheckSpec;

/**
 * What a container's health checks add up to. Until the first success they are asked for far more often than in AWS, so
 * failures are then judged by the time that AWS would have taken to count them: the start period and as many intervals as
 * there are retries.
 */
final class HealthState {

    private final HealthCheckSpec spec;
    private HealthStatus status = HealthStatus.UNKNOWN;
    private boolean everHealthy;
    private int failures;

    HealthState(HealthCheckSpec spec) {
        this.spec = spec;
    }

    /**
     * Takes a result.
     *
     * @param success whether the check succeeded
     * @param age how long ago the container was started
     * @return the health now
     */
    HealthStatus after(boolean success, Duration age) {
        if (success) {
            everHealthy = true;
            failures = 0;
            status = HealthStatus.HEALTHY;
        } else if (everHealthy) {
            failures++;
            status = failures >= spec.retries() ? HealthStatus.UNHEALTHY : status;
        } else if (age.compareTo(spec.longestStart()) >= 0) {
            status = HealthStatus.UNHEALTHY;
        }
        return status;
    }

    HealthStatus status() {
        return status;
    }

    boolean everHealthy() {
        return everHealthy;
    }
}
