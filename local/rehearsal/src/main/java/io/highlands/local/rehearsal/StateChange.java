// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Instant;

/**
 * An alarm's change of state.
 *
 * @param at when
 * @param alarm its name, without {@code highlands-ENV-}
 * @param state what it became: OK, ALARM or INSUFFICIENT_DATA
 * @param reason why, as AWS says it
 */
public record StateChange(Instant at, String alarm, String state, String reason) {

    /** The state ALARM. */
    public static final String ALARM = "ALARM";

    /**
     * Whether the alarm went into ALARM.
     *
     * @return true for a change to ALARM
     */
    public boolean fires() {
        return state.equals(ALARM);
    }
}
