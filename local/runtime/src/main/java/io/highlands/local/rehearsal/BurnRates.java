// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;

/** Alarms over windows so long that they stand after the fault has ended. */
final class BurnRates {

    /** The longest window of a burn rate. */
    static final Duration LONGEST = Duration.ofHours(6);

    private static final String KIND = "availability-burn-";

    private BurnRates() {
    }

    static boolean are(String alarm) {
        return alarm.startsWith(KIND);
    }
}
