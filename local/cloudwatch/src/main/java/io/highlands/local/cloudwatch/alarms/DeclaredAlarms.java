// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.highlands.cloudwatch.model.alarm.CompositeAlarm;
import io.highlands.cloudwatch.model.alarm.CompositeOrder;

/** Checks templates' alarms against each other and against those of API calls, before any is taken over. */
final class DeclaredAlarms {

    private DeclaredAlarms() {
    }

    /**
     * Finds an alarm that depends on one that is not there, or on itself.
     *
     * @param declared the templates' alarms
     * @param others the alarms that stay beside them
     * @return the first such alarm
     */
    static Optional<RefusedAlarm> refused(Collection<? extends AlarmDefinition> declared,
            Collection<AlarmDefinition> others) {
        Set<String> known = new HashSet<>();
        Stream.concat(declared.stream(), others.stream()).map(AlarmDefinition::name).forEach(known::add);
        List<CompositeAlarm> composites = new ArrayList<>();
        others.stream().filter(CompositeAlarmDefinition.class::isInstance)
                .map(alarm -> ((CompositeAlarmDefinition) alarm).model()).forEach(composites::add);
        for (AlarmDefinition alarm : declared) {
            if (alarm instanceof CompositeAlarmDefinition composite) {
                composites.add(composite.model());
                Optional<RefusedAlarm> refused = missing(composite, known).or(() -> circle(composite, composites));
                if (refused.isPresent()) {
                    return refused;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<RefusedAlarm> missing(CompositeAlarmDefinition composite, Set<String> known) {
        List<String> missing = composite.dependsOn().stream().filter(name -> !known.contains(name)).sorted().toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new RefusedAlarm(composite.name(), "AlarmRule", "Could not save the composite alarm '"
                        + composite.name() + "' as alarms [" + String.join(", ", missing)
                        + "] in the alarm rule do not exist"));
    }

    private static Optional<RefusedAlarm> circle(CompositeAlarmDefinition composite, List<CompositeAlarm> before) {
        try {
            CompositeOrder.of(before);
            return Optional.empty();
        } catch (IllegalArgumentException circle) {
            return Optional.of(new RefusedAlarm(composite.name(), "AlarmRule", circle.getMessage()));
        }
    }
}
