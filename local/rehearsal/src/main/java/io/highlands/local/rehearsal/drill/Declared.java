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
 * @param services each service by its name
 * @param edges the calls of one service by another that have an alarm, as {@code CALLER:CALLEE}
 * @param used those of them that requests have taken since the platform's start; all, while there were no requests
 * @param alarms the alarms, without {@code highlands-ENV-}
 * @param tracing whether tracing is switched on
 */
record Declared(SortedMap<String, Service> services, SortedSet<String> edges, SortedSet<String> used,
        SortedSet<String> alarms, boolean tracing) {

    /**
     * What a fault and its runbook need to know of a service.
     *
     * @param tasks how many are wanted
     * @param taskDefinition family and revision of what it runs
     */
    record Service(int tasks, String taskDefinition) {}

    /** Copies the collections. */
    Declared {
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
        edges = Collections.unmodifiableSortedSet(new TreeSet<>(edges));
        used = Collections.unmodifiableSortedSet(new TreeSet<>(used));
        alarms = Collections.unmodifiableSortedSet(new TreeSet<>(alarms));
    }

    /**
     * Reads the edges out of the alarms' names, {@code KIND-CALLER-CALLEE}.
     *
     * @param services each service by its name
     * @param used calls that requests have taken, as {@code CALLER:CALLEE}
     * @param alarms the alarms, without {@code highlands-ENV-}
     * @param kinds the kinds of alarms that have a runbook
     * @param tracing whether tracing is switched on
     */
    static Declared of(Map<String, Service> services, Collection<String> used, Collection<String> alarms,
            Collection<String> kinds, boolean tracing) {
        SortedSet<String> edges = new TreeSet<>();
        for (String caller : services.keySet()) {
            for (String callee : services.keySet()) {
                String instance = caller + "-" + callee;
                if (kinds.stream().anyMatch(kind -> alarms.contains(kind + "-" + instance))) {
                    edges.add(caller + ":" + callee);
                }
            }
        }
        SortedSet<String> both = new TreeSet<>(edges);
        both.retainAll(used);
        return new Declared(new TreeMap<>(services), edges, both.isEmpty() ? edges : both, new TreeSet<>(alarms),
                tracing);
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
