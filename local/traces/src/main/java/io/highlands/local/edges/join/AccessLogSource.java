// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges.join;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the access log of a service's proxies is. Whoever runs the platform fills it from the templates.
 *
 * @param service the service
 * @param group its log group, as the template names it
 * @param names the host names by which the mesh serves it, for example {@code service-a}
 */
public record AccessLogSource(String service, String group, Set<String> names) {

    /** Keeps the names as they are now. */
    public AccessLogSource {
        names = Set.copyOf(names);
    }

    /**
     * Reads an entry of this log. The service made the request when it called another service's name; what came through the
     * load balancer, and may claim any authority, has {@code forwarded_for}.
     *
     * @param fields the fields of a line
     * @param all the logs of all services
     * @return the entry; empty when this is no entry of an access log
     */
    public Optional<AccessLogEntry> read(Map<String, String> fields, Collection<AccessLogSource> all) {
        String host = AccessLogEntry.host(fields.getOrDefault("authority", ""));
        boolean entered = !fields.getOrDefault("forwarded_for", "null").equals("null");
        boolean outgoing = !entered && !names.contains(host) && all.stream()
                .anyMatch(other -> !other.service().equals(service) && other.names().contains(host));
        return AccessLogEntry.read(service, outgoing, fields);
    }
}
