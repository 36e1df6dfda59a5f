// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Instant;

/**
 * Something that happened to an alarm: an entry of DescribeAlarmHistory.
 *
 * @param alarm AlarmName
 * @param alarmType AlarmType
 * @param at Timestamp
 * @param type HistoryItemType
 * @param summary HistorySummary: one line
 * @param data HistoryData: JSON
 */
public record HistoryItem(String alarm, AlarmType alarmType, Instant at, Type type, String summary, String data) {

    /** The kinds of entries, under the names that {@code HistoryItemType} has in AWS. */
    public enum Type {

        /** The alarm was created, changed or deleted. */
        ConfigurationUpdate,
        /** Its state changed. */
        StateUpdate,
        /** It took an action. */
        Action
    }
}
