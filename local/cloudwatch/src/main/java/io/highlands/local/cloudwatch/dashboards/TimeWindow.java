// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.time.Duration;
import java.time.Instant;

/**
 * The stretch of time that a dashboard shows.
 *
 * @param from first moment
 * @param until first moment no longer shown
 */
public record TimeWindow(Instant from, Instant until) {

    /** Checks the order. */
    public TimeWindow {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "A time window ends after it starts, not at " + until + " after " + from);
        }
    }

    /**
     * The stretch before a moment.
     *
     * @param length how long
     * @param now the moment
     * @return the window
     */
    public static TimeWindow last(Duration length, Instant now) {
        return new TimeWindow(now.minus(length), now);
    }

    /**
     * How long the window is.
     *
     * @return its length
     */
    public Duration length() {
        return Duration.between(from, until);
    }
}
