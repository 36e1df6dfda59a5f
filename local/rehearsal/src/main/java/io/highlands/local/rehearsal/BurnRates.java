// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;

/** Alarms over windows so long that they are in ALARM after the fault has ended. */
public final class BurnRates {

    /** The longest window of a burn rate. */
    static final Duration LONGEST = Duration.ofHours(6);

    /** What their kinds begin with. */
    static final String KIND = "availability-burn-";

    private BurnRates() {
    }

    /** Why one may not stand though the fault does its worst. */
    static String held(Duration window) {
        return "; a burn rate weighs the fault against the good requests of up to %d minutes before it: after a load or bench, rehearse later"
                .formatted(window.toMinutes());
    }

    /**
     * Whether an alarm is one.
     *
     * @param alarm its name, without {@code highlands-ENV-}
     * @return true for those and for their parts
     */
    public static boolean are(String alarm) {
        return alarm.startsWith(KIND);
    }
}
