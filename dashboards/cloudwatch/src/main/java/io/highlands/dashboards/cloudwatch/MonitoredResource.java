// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch;

import java.util.List;

/**
 * A resource of a service, such as its database, as dashboards and alarms see it.
 *
 * @param name
 *            its name in the declaration, unique in the environment
 * @param type
 *            what it is, as a heading says it: {@code PostgreSQL}
 * @param sentence
 *            what to look at first, shown above its graphs
 * @param meaning
 *            what its alarm means, in a sentence without its stop
 * @param graphs
 *            what is drawn, and where its alarm fires
 */
public record MonitoredResource(String name, String type, String sentence, String meaning, List<ResourceGraph> graphs) {

    public MonitoredResource {
        graphs = List.copyOf(graphs);
    }
}
