// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.alarm;

import java.time.Duration;

/**
 * What holds an alarm's actions back.
 *
 * @param alarm
 *            name of the alarm that does so while it is in ALARM
 * @param extension
 *            how long it does after it has ended
 */
record Suppressor(String alarm, Duration extension) {

    /**
     * How long actions wait for the other alarm before they are taken. A cause shows in two or three minutes and hurts
     * users about as soon; what ends within the wait was not worth telling.
     */
    static final Duration WAIT = Duration.ofMinutes(3);
}
