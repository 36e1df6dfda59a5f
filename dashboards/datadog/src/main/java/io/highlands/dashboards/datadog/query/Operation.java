// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.query;

import java.util.List;
import java.util.SequencedMap;

/**
 * Kinds of spans that Datadog keeps metrics of, by their operation: the metrics are named
 * {@code trace.OPERATION.SUFFIX}, and the agents name operations differently. dd-java-agent's names are its own;
 * spans of the OpenTelemetry agent get theirs from the Datadog agent that takes them (its operation names of version 2).
 */
enum Operation {

    /** A request that a service answers. dd-java-agent's second span of it, spring.handler, is another operation. */
    SERVER("servlet.request", "http.server.request"),
    /** A call that a service makes. */
    CLIENT("http.request", "http.client.request");

    private final String datadog;
    private final String openTelemetry;

    Operation(String datadog, String openTelemetry) {
        this.datadog = datadog;
        this.openTelemetry = openTelemetry;
    }

    /** The metrics of each agent's spans that have these tags. */
    List<AgentTraces> of(SequencedMap<String, String> tags) {
        return List.of(new AgentTraces("datadog", datadog, tags),
                new AgentTraces("opentelemetry", openTelemetry, tags));
    }
}
