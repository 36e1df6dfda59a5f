// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import io.highlands.cloudwatch.model.alarm.CompositeAlarm;
import io.highlands.cloudwatch.model.alarm.CompositeRule;

/**
 * An {@code AWS::CloudWatch::CompositeAlarm}, or what PutCompositeAlarm is given.
 *
 * @param name AlarmName
 * @param description AlarmDescription; empty when there is none
 * @param actions ActionsEnabled and the actions of each state
 * @param origin who declared it
 * @param rule AlarmRule
 * @param suppressor ActionsSuppressor with ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod, if there is
 * one; its alarm is a name or an ARN
 */
public record CompositeAlarmDefinition(String name, String description, AlarmActions actions, Origin origin,
        CompositeRule rule, Optional<CompositeAlarm.Suppressor> suppressor) implements AlarmDefinition {

    @Override
    public CompositeAlarmDefinition withActions(AlarmActions other) {
        return new CompositeAlarmDefinition(name, description, other, origin, rule, suppressor);
    }

    /** The suppressor's name, whether it was given as a name or as an ARN. */
    static String suppressorName(CompositeAlarm.Suppressor suppressor) {
        String alarm = suppressor.alarm();
        int arn = alarm.indexOf(":alarm:");
        return alarm.startsWith("arn:") && arn > 0 ? alarm.substring(arn + ":alarm:".length()) : alarm;
    }

    /** {@return the names of all alarms that it needs: the rule's, and the suppressor} */
    public Set<String> dependsOn() {
        Set<String> names = new LinkedHashSet<>(rule.children());
        suppressor.map(CompositeAlarmDefinition::suppressorName).ifPresent(names::add);
        return names;
    }

    /**
     * {@return the same alarm, which nothing holds back where its suppressor is one of these}
     *
     * @param alarms names of alarms that are not evaluated
     */
    public CompositeAlarmDefinition withoutSuppressorOf(Set<String> alarms) {
        return new CompositeAlarmDefinition(name, description, actions, origin, rule,
                suppressor.filter(given -> !alarms.contains(suppressorName(given))));
    }

    /** The alarm as the model knows it. */
    CompositeAlarm model() {
        return new CompositeAlarm(name, rule, suppressor.map(given -> new CompositeAlarm.Suppressor(
                suppressorName(given), given.waitPeriod(), given.extensionPeriod())));
    }
}
