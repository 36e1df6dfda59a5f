// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fault of a drill, and the shortest way to its end.
 *
 * @param specification the fault specification, such as {@code latency service-b:service-c delay=3s}
 * @param where the service or, as {@code CALLER:CALLEE}, the edge that it is in
 * @param kind the first word of the specification
 * @param service the service whose tasks have it
 * @param runbook the page that leads to its end
 * @param alarm the page's alarm, without {@code highlands-ENV-}
 * @param variables the page's variables for this fault, without HIGHLANDS_ENV
 * @param diagnosis names of the page's commands that show it
 * @param mitigation names of the page's commands that end it
 */
public record HiddenFault(String specification, String where, String kind, String service, String runbook,
        String alarm, Map<String, String> variables, List<String> diagnosis, List<String> mitigation) {

    /** Copies the collections. */
    public HiddenFault {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        diagnosis = List.copyOf(diagnosis);
        mitigation = List.copyOf(mitigation);
    }
}
