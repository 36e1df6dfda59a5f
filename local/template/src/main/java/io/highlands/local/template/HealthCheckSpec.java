// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.time.Duration;
import java.util.List;

/**
 * A container's health check.
 *
 * @param command {@code CMD} and arguments, or {@code CMD-SHELL} and one line for a shell
 * @param interval time between two checks; default 30 s
 * @param timeout time after which a check counts as failed; default 5 s
 * @param retries failures in a row that make the container unhealthy; default 3
 * @param startPeriod time after the start in which failures do not count; default zero
 */
public record HealthCheckSpec(List<String> command, Duration interval, Duration timeout, int retries,
        Duration startPeriod) {

    /** Copies the list. */
    public HealthCheckSpec {
        command = List.copyOf(command);
    }

    /** {@return the age at which a container that never was healthy becomes unhealthy} */
    public Duration longestStart() {
        return startPeriod.plus(interval.multipliedBy(retries));
    }
}
