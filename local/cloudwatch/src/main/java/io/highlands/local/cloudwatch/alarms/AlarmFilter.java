// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.util.Optional;
import java.util.Set;

import io.highlands.cloudwatch.model.alarm.AlarmState;

/**
 * Which alarms DescribeAlarms asks for. What is empty does not narrow the choice.
 *
 * @param names AlarmNames
 * @param prefix AlarmNamePrefix
 * @param types AlarmTypes; DescribeAlarms without any means metric alarms only, which its caller has to say here
 * @param state StateValue
 * @param actionPrefix ActionPrefix
 * @param childrenOf ChildrenOfAlarmName
 * @param parentsOf ParentsOfAlarmName
 */
public record AlarmFilter(Set<String> names, Optional<String> prefix, Set<AlarmType> types,
        Optional<AlarmState> state, Optional<String> actionPrefix, Optional<String> childrenOf,
        Optional<String> parentsOf) {

    /** All alarms of both types. */
    public static final AlarmFilter ALL = new AlarmFilter(Set.of(), Optional.empty(), Set.of(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty());

    /** Copies the sets. */
    public AlarmFilter {
        names = Set.copyOf(names);
        types = Set.copyOf(types);
    }
}
