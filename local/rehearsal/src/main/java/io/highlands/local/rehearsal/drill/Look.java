// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The platform at a moment of a drill.
 *
 * @param at the moment
 * @param ended when each fault of the drill ended; absent while it works
 * @param alarms what is in ALARM, burn rates apart, without {@code highlands-ENV-}: since when
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
}
