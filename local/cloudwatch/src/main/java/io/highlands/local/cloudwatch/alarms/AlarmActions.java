// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.highlands.cloudwatch.model.alarm.AlarmState;

/**
 * What an alarm does when it comes into a state. Each list has at most five ARNs.
 *
 * @param enabled ActionsEnabled: whether actions are taken at all; default true
 * @param alarm AlarmActions: ARNs for ALARM
 * @param ok OKActions: ARNs for OK
 * @param insufficientData InsufficientDataActions: ARNs for INSUFFICIENT_DATA
 * @param severity whom they tell, as the template's tag {@code highlands:severity} says; empty without the tag
 */
public record AlarmActions(boolean enabled, List<String> alarm, List<String> ok, List<String> insufficientData,
        Optional<String> severity) {

    /** No action in any state. */
    public static final AlarmActions NONE = new AlarmActions(true, List.of(), List.of(), List.of());

    /** Copies the lists. */
    public AlarmActions {
        alarm = List.copyOf(alarm);
        ok = List.copyOf(ok);
        insufficientData = List.copyOf(insufficientData);
    }

    /** Actions of an alarm without tags. */
    public AlarmActions(boolean enabled, List<String> alarm, List<String> ok, List<String> insufficientData) {
        this(enabled, alarm, ok, insufficientData, Optional.empty());
    }

    /**
     * {@return the ARNs for a state, whether actions are enabled or not}
     *
     * @param state the state that the alarm came into
     */
    public List<String> in(AlarmState state) {
        return switch (state) {
            case ALARM -> alarm;
            case OK -> ok;
            case INSUFFICIENT_DATA -> insufficientData;
        };
    }

    /**
     * {@return the same actions, switched on or off}
     *
     * @param on ActionsEnabled
     */
    AlarmActions enabled(boolean on) {
        return new AlarmActions(on, alarm, ok, insufficientData, severity);
    }

    /** Whether any action of any state begins so. */
    boolean anyStartsWith(String prefix) {
        return Stream.of(alarm, ok, insufficientData).flatMap(List::stream).anyMatch(arn -> arn.startsWith(prefix));
    }
}
