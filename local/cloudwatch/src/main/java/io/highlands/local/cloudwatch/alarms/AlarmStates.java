// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.highlands.cloudwatch.model.alarm.ActionSuppression;
import io.highlands.cloudwatch.model.alarm.AlarmSnapshot;
import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.CompositeAlarm;
import io.highlands.cloudwatch.model.alarm.CompositeOrder;
import io.highlands.cloudwatch.model.alarm.CompositeReasons;
import io.highlands.cloudwatch.model.alarm.Evaluation;
import io.highlands.cloudwatch.model.alarm.StateReason;

/**
 * The states of alarms, and what follows from a change: composite alarms follow their children, suppressors hold actions
 * back, actions are taken. Used under the lock of {@link AlarmService}.
 */
final class AlarmStates {

    private static final System.Logger LOG = System.getLogger(AlarmStates.class.getName());

    private final Map<String, AlarmEntry> entries;
    private final AlarmOptions options;
    private final AlarmHistory history;
    private final Consumer<AlarmEntry> keep;
    private final Set<String> changed = new LinkedHashSet<>();
    private List<CompositeAlarm> composites = List.of();

    AlarmStates(Map<String, AlarmEntry> entries, AlarmOptions options, AlarmHistory history,
            Consumer<AlarmEntry> keep) {
        this.entries = entries;
        this.options = options;
        this.history = history;
        this.keep = keep;
    }

    /**
     * Finds the order of evaluation after alarms were added or removed, and lets suppressors begin.
     *
     * @throws IllegalArgumentException when composite alarms depend on each other in a circle
     */
    void arrange(Instant now) {
        composites = CompositeOrder.of(entries.values().stream().map(AlarmEntry::declared)
                .filter(CompositeAlarmDefinition.class::isInstance)
                .map(alarm -> ((CompositeAlarmDefinition) alarm).model()).toList());
        for (CompositeAlarm composite : composites) {
            AlarmEntry entry = entries.get(composite.name());
            composite.suppressor().filter(with -> entry.suppression() == null && entries.containsKey(with.alarm()))
                    .ifPresent(with -> suppress(entry, with, now));
        }
    }

    private void suppress(AlarmEntry entry, CompositeAlarm.Suppressor suppressor, Instant now) {
        entry.suppression(new ActionSuppression(suppressor, entries.get(suppressor.alarm()).state()));
        if (entry.heldBack()) {
            entry.suppression().compositeChanged(now);
        }
    }

    /** Alarms in an order in which each comes after those that it depends on, as far as there is one. */
    List<AlarmDefinition> childrenFirst(Collection<? extends AlarmDefinition> alarms) {
        Map<String, AlarmDefinition> byName = new LinkedHashMap<>();
        alarms.forEach(alarm -> byName.put(alarm.name(), alarm));
        Set<String> visited = new LinkedHashSet<>();
        List<AlarmDefinition> order = new ArrayList<>();
        byName.keySet().forEach(name -> visit(name, byName, visited, order));
        return order;
    }

    private static void visit(String name, Map<String, AlarmDefinition> alarms, Set<String> visited,
            List<AlarmDefinition> order) {
        AlarmDefinition alarm = alarms.get(name);
        if (alarm == null || !visited.add(name)) {
            return;
        }
        if (alarm instanceof CompositeAlarmDefinition composite) {
            composite.dependsOn().forEach(child -> visit(child, alarms, visited, order));
        }
        order.add(alarm);
    }

    /** A composite alarm's rule is evaluated when it is put; a metric alarm waits for its schedule. */
    void declared(AlarmEntry entry, boolean created, Instant now) {
        if (!(entry.declared() instanceof CompositeAlarmDefinition composite)) {
            return;
        }
        AlarmState state = composite.rule().evaluate(this::stateOrNull);
        List<AlarmSnapshot> children = composite.rule().children().stream().sorted().map(entries::get)
                .map(AlarmEntry::snapshot).toList();
        String arn = options.arn(composite.name());
        change(entry, state, created
                ? CompositeReasons.created(arn, state, children)
                : CompositeReasons.updated(arn, state, children), now);
        settle(now);
        release(now);
    }

    private AlarmState stateOrNull(String name) {
        AlarmEntry entry = entries.get(name);
        return entry == null ? null : entry.state();
    }

    /** SetAlarmState. */
    void set(AlarmEntry entry, AlarmState state, StateReason reason, Instant now) {
        if (state == entry.state()) {
            entry.state(state, reason, now);
            keep.accept(entry);
            return;
        }
        change(entry, state, reason, now);
        settle(now);
        release(now);
    }

    /** Evaluates all metric alarms that are due, and then what depends on them. */
    void evaluate(Instant now) {
        release(now.minusNanos(1));
        for (AlarmEntry entry : entries.values()) {
            if (entry.due() != null && !entry.due().isAfter(now)) {
                entry.due(entry.watch().next(now));
                evaluate(entry, now);
            }
        }
        settle(now);
        release(now);
    }

    private void evaluate(AlarmEntry entry, Instant now) {
        try {
            Evaluation evaluation = entry.watch().evaluate(entry.state(), now);
            evaluation.reason().ifPresent(reason -> change(entry, evaluation.state(), reason, now));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "alarm {0} cannot be evaluated: {1}", entry.name(), e.getMessage());
        }
    }

    private void change(AlarmEntry entry, AlarmState to, StateReason reason, Instant now) {
        AlarmState from = entry.state();
        if (from == to) {
            return;
        }
        String data = AlarmJson.stateChange(entry, to, reason);
        entry.state(to, reason, now);
        changed.add(entry.name());
        history.add(entry.declared(), now, HistoryItem.Type.StateUpdate, "Alarm updated from " + from + " to " + to,
                data);
        if (entry.suppression() == null) {
            act(entry, from, now);
        } else {
            entry.suppression().compositeChanged(now);
            entry.heldBack(true);
        }
        keep.accept(entry);
    }

    /**
     * Lets composites and suppressions follow the alarms that changed. Each composite is evaluated once, when all of its
     * children are known, so that two children that cross at the same moment do not make it flash.
     */
    private void settle(Instant now) {
        for (CompositeAlarm composite : composites) {
            changed.stream().filter(composite.rule().children()::contains).reduce((first, last) -> last)
                    .map(entries::get).ifPresent(child -> change(entries.get(composite.name()),
                            composite.rule().evaluate(this::stateOrNull),
                            CompositeReasons.triggered(child.snapshot()), now));
        }
        for (CompositeAlarm composite : composites) {
            composite.suppressor().map(CompositeAlarm.Suppressor::alarm).filter(changed::contains)
                    .ifPresent(suppressor -> entries.get(composite.name()).suppression()
                            .suppressorChanged(entries.get(suppressor).state(), now));
        }
        changed.clear();
    }

    /** Takes the actions whose wait has ended. */
    private void release(Instant now) {
        for (CompositeAlarm composite : composites) {
            AlarmEntry entry = entries.get(composite.name());
            if (entry.suppression() != null) {
                entry.suppression().advance(now).ifPresent(at -> released(entry, at));
            }
        }
    }

    private void released(AlarmEntry entry, Instant at) {
        entry.heldBack(false);
        act(entry, null, at);
        keep.accept(entry);
    }

    private void act(AlarmEntry entry, AlarmState from, Instant at) {
        if (!entry.actionsEnabled()) {
            return;
        }
        for (String arn : entry.declared().actions().in(entry.state())) {
            boolean topic = arn.startsWith("arn:aws:sns:");
            history.add(entry.declared(), at, HistoryItem.Type.Action,
                    topic
                            ? "Successfully executed action " + arn
                            : "Failed to execute action " + arn + ": only SNS topics take actions here",
                    ActionJson.of(entry, arn, topic, from, at, options));
        }
    }
}
