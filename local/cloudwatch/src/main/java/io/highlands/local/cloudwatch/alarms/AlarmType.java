// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

/** The types of alarms, under the names that {@code AlarmType} has in AWS. */
public enum AlarmType {

    /** An alarm on a metric or on metric math. */
    MetricAlarm,
    /** An alarm on other alarms. */
    CompositeAlarm;

    static AlarmType of(AlarmDefinition alarm) {
        return alarm instanceof CompositeAlarmDefinition ? CompositeAlarm : MetricAlarm;
    }
}
