// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges.join;

import java.util.Set;

/**
 * Where the access log of a service's proxies is.
 *
 * @param service the service
 * @param group its log group, as the template names it
 * @param names the host names by which the mesh serves it, for example {@code service-a}
 */
public record MeshLog(String service, String group, Set<String> names) {

    /** Keeps the names as they are now. */
    public MeshLog {
        names = Set.copyOf(names);
    }
}
