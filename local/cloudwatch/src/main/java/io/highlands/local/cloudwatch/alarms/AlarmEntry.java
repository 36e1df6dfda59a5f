// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Instant;
import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.ActionSuppression;
import io.highlands.cloudwatch.model.alarm.AlarmSnapshot;
import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.StateReason;

/** An alarm with its state. Used under the lock of {@link AlarmService}. */
final class AlarmEntry {

    private final String arn;
    private AlarmDefinition declared;
    private boolean actionsEnabled;
    private Instant configurationUpdated;
    private AlarmState state = AlarmState.INSUFFICIENT_DATA;
    private StateReason reason = StateReason.CREATED;
    private Instant stateUpdated;
    private Instant stateTransitioned;
    private boolean heldBack;
    private MetricWatch watch;
    private ActionSuppression suppression;
    private Instant due;

    AlarmEntry(String arn, AlarmDefinition declared, Instant now) {
        this.arn = arn;
        this.stateUpdated = now;
        this.stateTransitioned = now;
        declare(declared, now);
    }

    void declare(AlarmDefinition definition, Instant now) {
        declared = definition;
        actionsEnabled = definition.actions().enabled();
        configurationUpdated = now;
    }

    /** Takes over what was kept over a restart. */
    void restore(boolean enabled, AlarmState was, StateReason why, Instant updated, Instant transitioned,
            boolean held) {
        actionsEnabled = enabled;
        state = was;
        reason = why;
        stateUpdated = updated;
        stateTransitioned = transitioned;
        heldBack = held;
    }

    String name() {
        return declared.name();
    }

    /** As it was declared; whether its actions are enabled may have been switched since. */
    AlarmDefinition declared() {
        return declared;
    }

    AlarmDefinition definition() {
        return declared.withActions(declared.actions().enabled(actionsEnabled));
    }

    boolean actionsEnabled() {
        return actionsEnabled;
    }

    void actionsEnabled(boolean on, Instant now) {
        actionsEnabled = on;
        configurationUpdated = now;
    }

    AlarmState state() {
        return state;
    }

    StateReason reason() {
        return reason;
    }

    void state(AlarmState next, StateReason why, Instant now) {
        if (next != state) {
            stateTransitioned = now;
        }
        stateUpdated = now;
        state = next;
        reason = why;
    }

    Instant configurationUpdated() {
        return configurationUpdated;
    }

    Instant stateUpdated() {
        return stateUpdated;
    }

    Instant stateTransitioned() {
        return stateTransitioned;
    }

    /** Whether the actions of its state wait for its suppressor. */
    boolean heldBack() {
        return heldBack;
    }

    void heldBack(boolean held) {
        heldBack = held;
    }

    /** How a metric alarm is evaluated; null for a composite one. */
    MetricWatch watch() {
        return watch;
    }

    void watch(MetricWatch next) {
        watch = next;
    }

    /** What holds its actions back, or null. */
    ActionSuppression suppression() {
        return suppression;
    }

    void suppression(ActionSuppression next) {
        suppression = next;
    }

    /** When it is evaluated next; null for a composite one. */
    Instant due() {
        return due;
    }

    void due(Instant next) {
        due = next;
    }

    AlarmSnapshot snapshot() {
        return new AlarmSnapshot(arn, state, stateTransitioned);
    }

    AlarmView view() {
        Optional<ActionSuppression> suppressing = Optional.ofNullable(suppression);
        return new AlarmView(definition(), arn, configurationUpdated, state, reason.text(), reason.data(),
                stateUpdated, stateTransitioned, suppressing.flatMap(ActionSuppression::suppressedBy),
                suppressing.flatMap(ActionSuppression::reason).orElse(""));
    }
}
