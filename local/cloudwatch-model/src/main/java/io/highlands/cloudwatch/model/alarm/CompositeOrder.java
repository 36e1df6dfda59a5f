// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts composite alarms in the order in which they have to be evaluated. */
public final class CompositeOrder {

    private final Map<String, CompositeAlarm> alarms = new LinkedHashMap<>();

    private final Set<String> path = new LinkedHashSet<>();

    private final Map<String, CompositeAlarm> order = new LinkedHashMap<>();

    private CompositeOrder(Collection<CompositeAlarm> composites) {
        composites.forEach(alarm -> alarms.put(alarm.name(), alarm));
    }

    /**
     * Sorts: children before the composites that name them.
     *
     * @param composites composite alarms in any order
     * @return the same alarms, sorted
     * @throws IllegalArgumentException when alarms depend on each other in a circle; the message names it
     */
    public static List<CompositeAlarm> of(Collection<CompositeAlarm> composites) {
        CompositeOrder sorted = new CompositeOrder(composites);
        composites.forEach(alarm -> sorted.visit(alarm.name()));
        return new ArrayList<>(sorted.order.values());
    }

    private void visit(String name) {
        CompositeAlarm alarm = alarms.get(name);
        if (alarm == null || order.containsKey(name)) {
            return;
        }
        if (!path.add(name)) {
            List<String> circle = new ArrayList<>(path);
            throw new IllegalArgumentException("Composite alarms depend on each other in a circle: "
                    + String.join(" -> ", circle.subList(circle.indexOf(name), circle.size())) + " -> " + name);
        }
        alarm.rule().children().stream().sorted().forEach(this::visit);
        path.remove(name);
        order.put(name, alarm);
    }
}
