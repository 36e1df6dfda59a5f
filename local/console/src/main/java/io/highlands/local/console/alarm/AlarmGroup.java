// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.alarm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.cloudwatch.alarms.CompositeAlarmDefinition;

/**
 * An alarm that somebody responds to, and the alarms that it is made of: one incident.
 *
 * @param alarm the alarm, composite or not
 * @param parts the alarms of its rule that tell nobody themselves, by name; none for a metric alarm
 */
record AlarmGroup(AlarmView alarm, List<AlarmView> parts) {

    /**
     * Groups alarms. One that tells somebody is a group, also where a composite alarm looks at it.
     *
     * @param all all alarms
     * @return the groups, in the order of the alarms
     */
    static List<AlarmGroup> of(List<AlarmView> all) {
        Map<String, AlarmView> byName = new HashMap<>();
        all.forEach(alarm -> byName.put(alarm.name(), alarm));
        Set<String> within = new HashSet<>();
        List<AlarmGroup> groups = new ArrayList<>();
        for (AlarmView alarm : all) {
            List<AlarmView> parts = parts(alarm, byName);
            parts.forEach(part -> within.add(part.name()));
            groups.add(new AlarmGroup(alarm, parts));
        }
        return groups.stream().filter(group -> !within.contains(group.alarm.name())).toList();
    }

    /** Those of its rule, and of the rules of these. */
    private static List<AlarmView> parts(AlarmView alarm, Map<String, AlarmView> byName) {
        Map<String, AlarmView> parts = new TreeMap<>();
        Deque<AlarmView> open = new ArrayDeque<>(List.of(alarm));
        while (!open.isEmpty()) {
            if (open.pop().definition() instanceof CompositeAlarmDefinition composite) {
                composite.rule().children().stream().map(byName::get).filter(Objects::nonNull)
                        .filter(part -> part.definition().actions().in(AlarmState.ALARM).isEmpty())
                        .filter(part -> parts.putIfAbsent(part.name(), part) == null).forEach(open::push);
            }
        }
        return List.copyOf(parts.values());
    }
}
