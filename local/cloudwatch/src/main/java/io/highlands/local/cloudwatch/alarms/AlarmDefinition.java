// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

/** What an alarm was declared to be. */
public sealed interface AlarmDefinition permits MetricAlarmDefinition, CompositeAlarmDefinition {

    /** {@return AlarmName, unique among metric and composite alarms} */
    String name();

    /** {@return AlarmDescription; empty when there is none} */
    String description();

    /** {@return what it does in each state} */
    AlarmActions actions();

    /** {@return who declared it} */
    Origin origin();

    /**
     * {@return the same alarm with other actions}
     *
     * @param other what it does in each state
     */
    AlarmDefinition withActions(AlarmActions other);
}
