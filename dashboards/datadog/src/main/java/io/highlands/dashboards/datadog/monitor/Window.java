// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.monitor;

import java.time.Duration;

/**
 * The time that a monitor looks back over, and how the minutes in it become one value. Datadog knows no M of N periods:
 * {@code min} over M minutes is M breaching minutes in a row.
 *
 * @param aggregator
 *            {@code sum} of counts, {@code min} where every minute has to be above, {@code max} where
 *            every minute has to be below
 * @param length
 *            whole minutes
 */
record Window(String aggregator, Duration length) {

    /** Counts of the whole window: a share is that of all its requests. */
    static Window over(Duration length) {
        return new Window("sum", length);
    }

    /** As many minutes in a row that are all above. */
    static Window allOf(int minutes) {
        return new Window("min", Duration.ofMinutes(minutes));
    }

    /** As many minutes in a row that are all below. */
    static Window noneOf(int minutes) {
        return new Window("max", Duration.ofMinutes(minutes));
    }

    String text() {
        String span = length.toMinutesPart() == 0 ? length.toHours() + "h" : length.toMinutes() + "m";
        return aggregator + "(last_" + span + ")";
    }
}
