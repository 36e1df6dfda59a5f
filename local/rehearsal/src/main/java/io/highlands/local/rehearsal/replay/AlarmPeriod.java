// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time in which an alarm is in ALARM.
 *
 * @param from when it goes into ALARM, by this machine's clock
 * @param to when it leaves ALARM; empty when it still is in it at the end
 * @param notified whether its actions are taken; false where a suppressor holds them back
 */
public record AlarmPeriod(Instant from, Optional<Instant> to, boolean notified) {

    /** Whether two such stretches have a moment in common. */
    boolean overlaps(AlarmPeriod other) {
        return from.isBefore(other.to.orElse(Instant.MAX)) && other.from.isBefore(to.orElse(Instant.MAX));
    }
}
