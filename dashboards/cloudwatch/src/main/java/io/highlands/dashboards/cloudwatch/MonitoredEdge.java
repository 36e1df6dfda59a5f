// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch;

/**
 * One service calling another through the mesh.
 *
 * @param client
 *            who calls
 * @param server
 *            who is called
 */
public record MonitoredEdge(MonitoredService client, MonitoredService server) {

    /** <code>service-b → service-a</code>. */
    public String label() {
        return client.name() + " → " + server.name();
    }

    /** As names of alarms end, the caller first: <code>service-b-service-a</code>. */
    public String id() {
        return client.name() + "-" + server.name();
    }
}
