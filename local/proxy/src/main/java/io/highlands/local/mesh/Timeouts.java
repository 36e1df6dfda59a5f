// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.time.Duration;

/**
 * The timeouts of a Service Connect service.
 *
 * @param idle how long a request may go without a byte in either direction; zero disables it; AWS's default is 5 minutes
 * @param perRequest how long a request may take with all its retries; zero disables it; AWS's default is 15 seconds. Where
 *            {@code idle} is shorter, it ends the request first
 */
public record Timeouts(Duration idle, Duration perRequest) {

    /** What AWS applies to an HTTP service that sets nothing. */
    public static final Timeouts AWS_DEFAULT = new Timeouts(Duration.ofMinutes(5), Duration.ofSeconds(15));

    public Timeouts {
        if (idle.isNegative() || perRequest.isNegative()) {
            throw new IllegalArgumentException(
                    "timeouts must not be negative: idle " + idle + ", per request " + perRequest);
        }
    }
}
