// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch;

import java.time.Duration;

/**
 * One service calling another through the mesh.
 *
 * @param client
 *            who calls
 * @param server
 *            who is called
 * @param clientTimeout
 *            what the caller's HTTP client waits for an answer at most
 */
public record MonitoredEdge(MonitoredService client, MonitoredService server, Duration clientTimeout) {

    /** When a call of this edge fails for being slow: the mesh's timeout, or the client's own if that is less. */
    public Duration timeout() {
        return clientTimeout.compareTo(server.deadline()) < 0 ? clientTimeout : server.deadline();
    }

    /** {@code service-b → service-a}. */
    public String label() {
        return client.name() + " → " + server.name();
    }

    /** As names of alarms end, the caller first: {@code service-b-service-a}. */
    public String id() {
        return client.name() + "-" + server.name();
    }
}
