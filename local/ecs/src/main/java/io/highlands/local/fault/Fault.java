// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A fault that is injected now.
 *
 * @param id by which it is cleared, such as {@code f1}
 * @param spec what was asked for
 * @param since when it was injected
 * @param until when it is cleared by itself, if ever
 * @param holder the process with whose end it is cleared, if any
 * @param tasks the ids of the tasks that it concerns and that are still there
 */
public record Fault(String id, FaultSpec spec, Instant since, Optional<Instant> until, Optional<Holder> holder,
        List<String> tasks) {

    /** Copies the list. */
    public Fault {
        tasks = List.copyOf(tasks);
    }

    /** The longest time after which a fault can be cleared by itself. */
    private static final Duration LONGEST = Duration.ofHours(24);

    /**
     * Reads how long a fault is to last.
     *
     * @param text a number with {@code s} or {@code m}, such as {@code 5m}
     * @return the time
     * @throws FaultException when it is none, or longer than a day
     */
    public static Duration lasting(String text) {
        Duration time = Duration.ofMillis(FaultSetting.millis(text));
        if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
            throw new FaultException("for '" + text + "': allowed are 1s to 1440m");
        }
        return time;
    }
}
