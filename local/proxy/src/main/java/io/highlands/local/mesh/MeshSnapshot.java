// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.util.List;

/**
 * What the mesh has counted since it started.
 *
 * @param edges the egress side: what client services sent to discovery names
 * @param servers the ingress side: what the services were sent
 * @param accessLogLines access log lines written
 * @param accessLogDropped access log lines dropped because the writer could not keep up
 */
public record MeshSnapshot(List<EdgeCounters> edges, List<ServerCounters> servers, long accessLogLines,
        long accessLogDropped) {

    /**
     * {@return the service that is called by a discovery name; the name itself where none is called so}
     *
     * @param discoveryName the name, such as {@code service-a}
     */
    public String owner(String discoveryName) {
        return servers.stream().filter(server -> server.discoveryName().equals(discoveryName))
                .map(ServerCounters::service).findFirst().orElse(discoveryName);
    }
}
