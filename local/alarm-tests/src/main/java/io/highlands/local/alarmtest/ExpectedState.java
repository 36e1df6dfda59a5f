// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.alarmtest;

import java.time.Duration;
import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.AlarmState;

/**
 * What a test expects of an alarm at a moment.
 *
 * @param place where the file says it
 * @param after time since the test's beginning
 * @param alarm the alarm's name, with or without what all names of the environment begin with
 * @param state the state that it is to be in, if the file says one
 * @param notified whether it is to have taken its ALARM actions by then, if the file says so; what a suppressor holds back
 * was not taken
 */
record ExpectedState(YamlPart place, Duration after, String alarm, Optional<AlarmState> state,
        Optional<Boolean> notified) {}
