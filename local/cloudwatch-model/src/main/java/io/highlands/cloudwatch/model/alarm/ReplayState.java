// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.highlands.cloudwatch.model.alarm.CompositeAlarm.Suppressor;

/** The states of all alarms during a replay, and what follows from their changes. */
final class ReplayState {

    private final Map<String, AlarmSnapshot> snapshots = new LinkedHashMap<>();

    private final Map<String, ActionSuppression> suppressions = new LinkedHashMap<>();

    private final List<CompositeAlarm> composites;

    private final List<Transition> transitions = new ArrayList<>();

    private final List<Timeline.Action> actions = new ArrayList<>();

    private final Set<String> changed = new LinkedHashSet<>();

    /** Creates all alarms. Composites are evaluated at once, and so leave INSUFFICIENT_DATA for good. */
    ReplayState(Collection<String> metricAlarms, List<CompositeAlarm> composites, Instant from) {
        this.composites = composites;
        metricAlarms.forEach(name -> create(name, from));
        composites.forEach(alarm -> create(alarm.name(), from));
        for (CompositeAlarm alarm : composites) {
            alarm.suppressor().ifPresent(suppressor -> suppressions.put(alarm.name(),
                    new ActionSuppression(suppressor, of(suppressor.alarm()))));
        }
        for (CompositeAlarm alarm : composites) {
            AlarmState state = alarm.rule().evaluate(this::stateOrNull);
            List<AlarmSnapshot> children = alarm.rule().children().stream().sorted().map(snapshots::get).toList();
            change(alarm.name(), state, CompositeReasons.created(alarm.name(), state, children), from);
        }
        settle(from);
    }

    private void create(String name, Instant at) {
        snapshots.put(name, new AlarmSnapshot(name, AlarmState.INSUFFICIENT_DATA, at));
    }

    AlarmState of(String alarm) {
        AlarmState state = stateOrNull(alarm);
        if (state == null) {
            throw new IllegalArgumentException("No alarm has the name '" + alarm + "'");
        }
        return state;
    }

    private AlarmState stateOrNull(String alarm) {
        AlarmSnapshot snapshot = snapshots.get(alarm);
        return snapshot == null ? null : snapshot.state();
    }

    /** Puts an alarm into a state. What follows from it is left to {@link #settle}. */
    void change(String alarm, AlarmState to, StateReason reason, Instant now) {
        AlarmState before = of(alarm);
        if (before == to) {
            return;
        }
        snapshots.put(alarm, new AlarmSnapshot(alarm, to, now));
        changed.add(alarm);
        transitions.add(new Transition(alarm, now, before, to, reason));
        ActionSuppression suppression = suppressions.get(alarm);
        if (suppression == null) {
            actions.add(new Timeline.Action(alarm, now, to));
        } else {
            suppression.compositeChanged(now);
        }
    }

    /**
     * Lets composites and suppressions follow the alarms that changed at a moment. Each composite is evaluated once, when
     * all of its children are known, so that two children that cross at the same moment do not make it flash.
     */
    void settle(Instant now) {
        for (CompositeAlarm composite : composites) {
            changed.stream().filter(composite.rule().children()::contains).reduce((first, last) -> last)
                    .map(snapshots::get).ifPresent(child -> change(composite.name(),
                            composite.rule().evaluate(this::stateOrNull), CompositeReasons.triggered(child), now));
        }
        for (CompositeAlarm composite : composites) {
            composite.suppressor().map(Suppressor::alarm).filter(changed::contains).ifPresent(
                    suppressor -> suppressions.get(composite.name()).suppressorChanged(of(suppressor), now));
        }
        changed.clear();
    }

    /** Takes the actions whose wait ended before a moment, at which a suppressor may still be in time. */
    void releaseBefore(Instant now) {
        release(now.minusNanos(1));
    }

    /** Takes the actions whose wait has ended. */
    void release(Instant now) {
        suppressions.forEach((alarm, suppression) -> suppression.advance(now)
                .ifPresent(at -> actions.add(new Timeline.Action(alarm, at, of(alarm)))));
    }

    Timeline end(Instant until) {
        release(until);
        Map<String, AlarmState> states = new LinkedHashMap<>();
        snapshots.forEach((name, snapshot) -> states.put(name, snapshot.state()));
        return new Timeline(List.copyOf(transitions), List.copyOf(actions), states);
    }
}
