// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What alarms did during a replay.
 *
 * @param transitions all changes of state, in order
 * @param actions when alarms took their actions, in order; suppressed ones are not here
 * @param states the state of each alarm at the end
 */
public record Timeline(List<Transition> transitions, List<Action> actions, Map<String, AlarmState> states) {

    /**
     * An alarm took the actions of its state.
     *
     * @param alarm the alarm's name
     * @param at when
     * @param state its state, which says which actions they were
     */
    public record Action(String alarm, Instant at, AlarmState state) {}

    /**
     * The changes of one alarm.
     *
     * @param alarm the alarm's name
     * @return its transitions, in order
     */
    public List<Transition> of(String alarm) {
        return transitions.stream().filter(transition -> transition.alarm().equals(alarm)).toList();
    }

    /**
     * When an alarm first went into a state.
     *
     * @param alarm the alarm's name
     * @param state the state
     * @return the moment, empty when it never did
     */
    public Optional<Instant> first(String alarm, AlarmState state) {
        return of(alarm).stream().filter(transition -> transition.to() == state).map(Transition::at).findFirst();
    }

    /**
     * The alarms that ever took their ALARM actions: who was paged.
     *
     * @return their names, in order of time, each once
     */
    public List<String> fired() {
        return actions.stream().filter(action -> action.state() == AlarmState.ALARM).map(Action::alarm).distinct()
                .toList();
    }
}
