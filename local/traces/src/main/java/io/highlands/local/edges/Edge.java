// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.util.Set;

/**
 * The calls from one service to another.
 *
 * @param caller who calls
 * @param callee who is called
 * @param addresses the names under which the callee is called, for example {@code service-a}
 */
public record Edge(String caller, String callee, Set<String> addresses) {

    /** Keeps the names as they are now. */
    public Edge {
        addresses = Set.copyOf(addresses);
    }

    /**
     * Whether a call was meant for the callee.
     *
     * @param authority a host, with or without a port
     * @return whether it is one of the callee's names
     */
    public boolean leadsTo(String authority) {
        int port = authority.indexOf(':');
        return addresses.contains(port < 0 ? authority : authority.substring(0, port));
    }
}
