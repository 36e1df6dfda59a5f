// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Duration;
import java.util.Optional;

/**
 * An alarm on the states of other alarms.
 *
 * @param name the alarm's name
 * @param rule when it is in ALARM
 * @param suppressor what keeps its actions back, if anything does
 */
public record CompositeAlarm(String name, CompositeRule rule, Optional<Suppressor> suppressor) {

    /**
     * An alarm without a suppressor.
     *
     * @param name the alarm's name
     * @param rule when it is in ALARM
     * @return the alarm
     */
    public static CompositeAlarm of(String name, String rule) {
        return new CompositeAlarm(name, CompositeRule.parse(rule), Optional.empty());
    }

    /**
     * The same alarm with a suppressor.
     *
     * @param alarm name of the alarm that suppresses
     * @param wait ActionsSuppressorWaitPeriod
     * @param extension ActionsSuppressorExtensionPeriod
     * @return the alarm
     */
    public CompositeAlarm suppressedBy(String alarm, Duration wait, Duration extension) {
        return new CompositeAlarm(name, rule, Optional.of(new Suppressor(alarm, wait, extension)));
    }

    /**
     * What keeps a composite alarm's actions back.
     *
     * @param alarm name of the alarm that does so while it is in ALARM
     * @param waitPeriod how long actions wait for it to go into ALARM
     * @param extensionPeriod how long actions stay back after it went out of ALARM
     */
    public record Suppressor(String alarm, Duration waitPeriod, Duration extensionPeriod) {}
}
