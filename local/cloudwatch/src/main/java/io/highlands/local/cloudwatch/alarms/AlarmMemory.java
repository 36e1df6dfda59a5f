// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where alarms are kept over restarts. */
public interface AlarmMemory {

    /** {@return what was kept of each alarm, as JSON by name} */
    Map<String, String> alarms();

    /**
     * Keeps an alarm, instead of what was kept of it before.
     *
     * @param name AlarmName
     * @param json definition and state
     */
    void keep(String name, String json);

    /**
     * Forgets an alarm.
     *
     * @param name AlarmName
     */
    void forget(String name);

    /**
     * Tells that what was kept of an alarm, or an entry of the history, cannot be read; it is left out.
     *
     * @param what the alarm's name, or which entry
     */
    default void unreadable(String what) {
        System.getLogger(AlarmMemory.class.getName()).log(System.Logger.Level.WARNING,
                "what was kept of alarm {0} cannot be read", what);
    }

    /**
     * Adds an entry to the history of all alarms.
     *
     * @param at when it happened
     * @param json the entry
     */
    void happened(Instant at, String json);

    /**
     * {@return the entries of a stretch of time, latest first}
     *
     * @param from the earliest moment, inclusive
     * @param until the latest moment, inclusive
     * @param limit how many at most
     */
    List<String> history(Instant from, Instant until, int limit);
}
