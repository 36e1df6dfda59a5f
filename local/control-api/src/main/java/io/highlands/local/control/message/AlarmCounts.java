// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.time.Instant;
import java.util.List;

/**
 * How many alarms are in which state.
 *
 * @param declared how many there are
 * @param inAlarm those in ALARM
 */
public record AlarmCounts(int declared, List<Firing> inAlarm) {

    /**
     * An alarm in ALARM.
     *
     * @param name its name
     * @param since when it went into ALARM
     * @param reason CloudWatch's {@code StateReason}
     */
    public record Firing(String name, Instant since, String reason) {}

    /** Copies the list. */
    public AlarmCounts {
        inAlarm = List.copyOf(inAlarm);
    }
}
