// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.time.Duration;
import java.util.List;

import io.highlands.local.runbook.AlarmKinds;

/**
 * What a page says of its rehearsal, as far as a replay needs it.
 *
 * @param kind the alarm's kind
 * @param alarms the alarms that are in ALARM under the fault, without {@code highlands-ENV-}; the kind's own among them
 * @param firesWithin time from the fault to ALARM in AWS
 */
public record Expectation(String kind, List<String> alarms, Duration firesWithin) {

    private static final String BURN_RATES = "availability-burn-";

    /** Requires an alarm of the kind. */
    public Expectation {
        alarms = List.copyOf(alarms);
        if (alarms.stream().noneMatch(alarm -> AlarmKinds.begins(alarm, kind))) {
            throw new ReplayException("the page " + kind + " expects none of its own alarms but "
                    + String.join(", ", alarms) + "; allowed: " + kind + " or " + kind + "-INSTANCE");
        }
    }

    /** {@return the alarms of the page's own kind} */
    List<String> own() {
        return alarms.stream().filter(alarm -> AlarmKinds.begins(alarm, kind)).toList();
    }

    /** {@return what else stands} */
    List<String> others() {
        return alarms.stream().filter(alarm -> !AlarmKinds.begins(alarm, kind)).toList();
    }

    /** {@return whether it may have stood before the fault: burn rates look back for hours} */
    static boolean mayStandBefore(String alarm) {
        return alarm.startsWith(BURN_RATES);
    }
}
