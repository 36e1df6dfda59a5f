// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Instant;

/**
 * A change of an alarm's state.
 *
 * @param alarm the alarm's name
 * @param at when
 * @param from its state before
 * @param to its state after
 * @param reason why
 */
public record Transition(String alarm, Instant at, AlarmState from, AlarmState to, StateReason reason) {}
