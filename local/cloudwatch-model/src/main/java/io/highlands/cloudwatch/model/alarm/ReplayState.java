// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The states of all alarms during a replay, and what follows from a change of one of them. */
final class ReplayState {

    private final Map<String, AlarmSnapshot> snapshots = new LinkedHashMap<>();

    private final Map<String, ActionSuppression> suppressions = new LinkedHashMap<>();

    private final List<CompositeAlarm> composites;

    private final List<Transition> transitions = new ArrayList<>();

    private final List<Timeline.Action> actions = new ArrayList<>();

    /** Creates all alarms. Composites are evaluated at once, and only then may leave INSUFFICIENT_DATA for good. */
    ReplayState(Collection<String> metricAlarms, List<CompositeAlarm> composites, Instant from) {
        this.composites = composites;
        metricAlarms.forEach(name -> snapshots.put(name, created(name, from)));
        composites.forEach(alarm -> snapshots.put(alarm.name(), created(alarm.name(), from)));
        for (CompositeAlarm alarm : composites) {
            alarm.suppressor().ifPresent(suppressor -> suppressions.put(alarm.name(),
                    new ActionSuppression(suppressor, of(suppressor.alarm()))));
        }
        for (CompositeAlarm alarm : composites) {
            AlarmState state = alarm.rule().evaluate(this::stateOrNull);
            List<AlarmSnapshot> children = alarm.rule().children().stream().sorted().map(snapshots::get).toList();
            change(alarm.name(), state, CompositeReasons.created(alarm.name(), state, children), from);
        }
    }

    private static AlarmSnapshot created(String name, Instant at) {
        return new AlarmSnapshot(name, AlarmState.INSUFFICIENT_DATA, at);
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

    /** Puts an alarm into a state, and every composite that depends on it. */
    void change(String alarm, AlarmState to, StateReason reason, Instant now) {
        AlarmSnapshot before = snapshots.get(alarm);
        if (before.state() == to) {
            return;
        }
        AlarmSnapshot after = new AlarmSnapshot(alarm, to, now);
        snapshots.put(alarm, after);
        transitions.add(new Transition(alarm, now, before.state(), to, reason));
        ActionSuppression suppression = suppressions.get(alarm);
        if (suppression == null) {
            actions.add(new Timeline.Action(alarm, now, to));
        } else {
            suppression.compositeChanged(now);
        }
        for (CompositeAlarm composite : composites) {
            if (composite.suppressor().filter(suppressor -> suppressor.alarm().equals(alarm)).isPresent()) {
                suppressions.get(composite.name()).suppressorChanged(to, now);
            }
            if (composite.rule().children().contains(alarm)) {
                change(composite.name(), composite.rule().evaluate(this::stateOrNull),
                        CompositeReasons.triggered(after), now);
            }
        }
    }

    /** Takes the actions whose wait ended before a moment. */
    void releaseBefore(Instant now) {
        release(now.minusNanos(1));
    }

    /** Takes the actions whose wait has ended. A suppressor that changed at that very moment has still been in time. */
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
