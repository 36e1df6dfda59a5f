// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Instant;
import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.ActionSuppression;
import io.highlands.cloudwatch.model.alarm.AlarmState;

/**
 * An alarm at a moment, as DescribeAlarms shows it.
 *
 * @param definition what it was declared to be
 * @param arn AlarmArn
 * @param configurationUpdated AlarmConfigurationUpdatedTimestamp
 * @param state StateValue
 * @param stateReason StateReason
 * @param stateReasonData StateReasonData; empty when there is none
 * @param stateUpdated StateUpdatedTimestamp: when the state or its reason last changed
 * @param stateTransitioned StateTransitionedTimestamp: when the state itself last changed
 * @param suppressedBy ActionsSuppressedBy of a composite alarm whose actions are held back
 * @param suppressedReason ActionsSuppressedReason; empty when actions are free
 */
public record AlarmView(AlarmDefinition definition, String arn, Instant configurationUpdated, AlarmState state,
        String stateReason, String stateReasonData, Instant stateUpdated, Instant stateTransitioned,
        Optional<ActionSuppression.By> suppressedBy, String suppressedReason) {

    /** {@return AlarmName} */
    public String name() {
        return definition.name();
    }
}
