// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.highlands.local.rehearsal.BurnRates;

/**
 * The platform at a moment of a drill.
 *
 * @param at the moment
 * @param ended when each fault of the drill ended; absent while it works
 * @param alarms what is in ALARM, without {@code highlands-ENV-}: since when
 */
record Look(Instant at, List<Optional<Instant>> ended, SortedMap<String, Instant> alarms) {

    /** Copies the collections. */
    Look {
        ended = List.copyOf(ended);
        alarms = Collections.unmodifiableSortedMap(new TreeMap<>(alarms));
    }

    /** Takes any map. */
    Look(Instant at, List<Optional<Instant>> ended, Map<String, Instant> alarms) {
        this(at, ended, new TreeMap<>(alarms));
    }

    /** {@return whether no alarm is in ALARM, burn rates apart, which remember the fault for hours} */
    boolean isCalm() {
        return alarms.keySet().stream().allMatch(BurnRates::are);
    }

    /**
     * The alarm that fired first.
     *
     * @param began when the faults were injected: a burn rate in ALARM since before is of an earlier fault
     * @return its name, and since when it is in ALARM
     */
    Optional<Map.Entry<String, Instant>> firstAlarm(Instant began) {
        return alarms.entrySet().stream()
                .filter(alarm -> !BurnRates.are(alarm.getKey()) || !alarm.getValue().isBefore(began))
                .min(Map.Entry.comparingByValue());
    }
}
