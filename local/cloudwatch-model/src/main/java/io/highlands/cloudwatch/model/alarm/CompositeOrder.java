// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
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

    /** Goes down without the stack: nothing bounds how many composites watch each other in a row. */
    private void visit(String first) {
        Deque<Step> steps = new ArrayDeque<>();
        enter(first, steps);
        while (!steps.isEmpty()) {
            Step step = steps.peek();
            if (step.children().hasNext()) {
                enter(step.children().next(), steps);
            } else {
                steps.pop();
                path.remove(step.alarm().name());
                order.put(step.alarm().name(), step.alarm());
            }
        }
    }

    private void enter(String name, Deque<Step> steps) {
        CompositeAlarm alarm = alarms.get(name);
        if (alarm == null || order.containsKey(name)) {
            return;
        }
        if (!path.add(name)) {
            List<String> circle = new ArrayList<>(path);
            throw new IllegalArgumentException("Composite alarms depend on each other in a circle: "
                    + String.join(" -> ", circle.subList(circle.indexOf(name), circle.size())) + " -> " + name);
        }
        steps.push(new Step(alarm, alarm.rule().children().stream().sorted().iterator()));
    }

    /** An alarm, and those of its children that have not been visited. */
    private record Step(CompositeAlarm alarm, Iterator<String> children) {}
}
