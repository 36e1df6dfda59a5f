// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries DescribeAlarmHistory asks for. What is empty does not narrow the choice.
 *
 * @param alarm AlarmName
 * @param alarmTypes AlarmTypes; DescribeAlarmHistory without any means metric alarms only, which its caller has to say here
 * @param type HistoryItemType
 * @param from StartDate, inclusive
 * @param until EndDate, inclusive
 * @param newestFirst ScanBy: TimestampDescending, AWS's default, or not
 */
public record HistoryFilter(Optional<String> alarm, Set<AlarmType> alarmTypes, Optional<HistoryItem.Type> type,
        Optional<Instant> from, Optional<Instant> until, boolean newestFirst) {

    /** All entries of all alarms, newest first. */
    public static final HistoryFilter ALL = new HistoryFilter(Optional.empty(), Set.of(), Optional.empty(),
            Optional.empty(), Optional.empty(), true);

    /** Copies the set. */
    public HistoryFilter {
        alarmTypes = Set.copyOf(alarmTypes);
    }

    /**
     * {@return all entries of one alarm, newest first}
     *
     * @param name the alarm's name
     */
    public static HistoryFilter of(String name) {
        return new HistoryFilter(Optional.of(name), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                true);
    }
}
