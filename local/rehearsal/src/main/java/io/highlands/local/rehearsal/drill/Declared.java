// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the templates of the running platform declare, as far as faults can be injected into it.
 *
 * @param services each service, and how many tasks are wanted of it
 * @param edges the calls of one service by another that have an alarm, as {@code CALLER:CALLEE}
 * @param alarms the alarms, without {@code highlands-ENV-}
 * @param tracing whether tracing is switched on
 */
record Declared(SortedMap<String, Integer> services, SortedSet<String> edges, SortedSet<String> alarms,
        boolean tracing) {

    /** Copies the collections. */
    Declared {
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
        edges = Collections.unmodifiableSortedSet(new TreeSet<>(edges));
        alarms = Collections.unmodifiableSortedSet(new TreeSet<>(alarms));
    }

    /**
     * Reads the edges out of the alarms' names, {@code KIND-CALLER-CALLEE}.
     *
     * @param services each service, and how many tasks are wanted of it
     * @param alarms the alarms, without {@code highlands-ENV-}
     * @param kinds the kinds of alarms that have a runbook
     * @param tracing whether tracing is switched on
     */
    static Declared of(Map<String, Integer> services, Collection<String> alarms, Collection<String> kinds,
            boolean tracing) {
        SortedSet<String> edges = new TreeSet<>();
        for (String caller : services.keySet()) {
            for (String callee : services.keySet()) {
                String instance = caller + "-" + callee;
                if (kinds.stream().anyMatch(kind -> alarms.contains(kind + "-" + instance))) {
                    edges.add(caller + ":" + callee);
                }
            }
        }
        return new Declared(new TreeMap<>(services), edges, new TreeSet<>(alarms), tracing);
    }

    /** {@return where a fault may be: the services, and then the edges} */
    List<String> places() {
        return Stream.concat(services.keySet().stream(), edges.stream()).toList();
    }

    /** Whether a service calls another. */
    boolean calls(String service) {
        return edges.stream().anyMatch(edge -> edge.startsWith(service + ":"));
    }
}
