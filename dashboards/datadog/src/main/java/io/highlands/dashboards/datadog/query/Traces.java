// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.query;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.highlands.dashboards.cloudwatch.MonitoredEdge;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.telemetry.Unit;

/**
 * What spans say, whichever agent made them. Dashboards draw each agent's; monitors need one number and add them up, so
 * that a switch of agents changes no monitor.
 */
final class Traces {

    /** {@code GET } as Datadog spells values of tags: in small letters, and an underscore for a space. */
    private static final String GET = "get_";

    private final List<AgentTraces> agents;

    private Traces(Operation operation, SequencedMap<String, String> tags) {
        this.agents = operation.of(tags);
    }

    /** Requests that the service answered, as its own spans say. Health checks are nobody's requests, and fast. */
    static Traces answeredBy(MonitoredService service, String environment) {
        SequencedMap<String, String> tags = tags(environment, service);
        tags.put("!resource_name", GET + service.health().toLowerCase(Locale.ROOT));
        return new Traces(Operation.SERVER, tags);
    }

    /** Calls of the edge, as the caller's client spans say: the host that was called is the server's name in the mesh. */
    static Traces callsOn(MonitoredEdge edge, String environment) {
        SequencedMap<String, String> tags = tags(environment, edge.client());
        tags.put("peer.hostname", edge.server().name());
        return new Traces(Operation.CLIENT, tags);
    }

    /** A line for each agent. */
    List<Expression> each(Function<AgentTraces, Expression> line) {
        return agents.stream().map(line).toList();
    }

    Expression hits() {
        return sum("all", AgentTraces::hits);
    }

    Expression slowerThan(Duration limit) {
        return sum("slow", agent -> agent.slowerThan(limit));
    }

    /** How many were not answered, or with 5xx. */
    Expression failed() {
        return Expression.of("failed", Unit.COUNT, "all - well").with("all", hits()).with("well",
                sum("well", AgentTraces::well));
    }

    private Expression sum(String label, Function<AgentTraces, Query> query) {
        var sum = Expression.of(label, Unit.COUNT, agents.stream().map(agent -> "default_zero(" + agent.agent() + ")")
                .collect(Collectors.joining(" + ")));
        for (AgentTraces agent : agents) {
            sum = sum.with(agent.agent(), query.apply(agent));
        }
        return sum;
    }

    private static SequencedMap<String, String> tags(String environment, MonitoredService service) {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        tags.put("env", environment);
        tags.put("service", service.name());
        return tags;
    }
}
