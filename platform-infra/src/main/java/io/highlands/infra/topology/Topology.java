// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.time.Duration;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

/**
 * The declared services in order, and what follows from the order.
 *
 * @param services
 *            in the order of their stacks
 */
public record Topology(List<ServiceSpec> services) {

    public Topology {
        services = List.copyOf(services);
        TopologyRules.check(services);
    }

    /** The service of that name, which must be declared. */
    public ServiceSpec get(String name) {
        return services.stream().filter(service -> service.name().equals(name)).findFirst()
                .orElseThrow(() -> new InvalidInput("service", name, String.join(", ", names())));
    }

    public List<String> names() {
        return services.stream().map(ServiceSpec::name).toList();
    }

    public List<Edge> edges() {
        return services.stream()
                .flatMap(client -> client.upstreams().stream().map(up -> new Edge(client.name(), up.service())))
                .toList();
    }

    /** Services whose stacks must exist before that of the client: its upstreams declared earlier. */
    public List<String> upstreamsBefore(ServiceSpec client) {
        return client.upstreams().stream().map(Upstream::service).filter(server -> isBefore(server, client.name()))
                .toList();
    }

    /**
     * Per client, sorted, the upstreams that are declared after it. Its tasks cannot resolve them until it is deployed
     * once more (Service Connect resolves what existed when a deployment began).
     */
    public SequencedMap<String, TreeSet<String>> backEdges() {
        return edges().stream().filter(edge -> isBefore(edge.client(), edge.server()))
                .collect(groupingBy(Edge::client, TreeMap::new, mapping(Edge::server, toCollection(TreeSet::new))));
    }

    /** What the client's HTTP client waits for an answer of that upstream. */
    public Duration timeout(Upstream upstream) {
        Duration longest = get(upstream.service()).deadline().plus(Upstream.CLIENT_MARGIN);
        return upstream.timeout().filter(timeout -> timeout.compareTo(longest) < 0).orElse(longest);
    }

    /** Time within which the upstream has answered, or the client gave up: the sooner of the two. */
    Duration deadlineOf(Upstream upstream) {
        Duration declared = get(upstream.service()).deadline();
        return upstream.timeout().filter(timeout -> timeout.compareTo(declared) < 0).orElse(declared);
    }

    /** The longest deadline of all services. */
    public Duration longestDeadline() {
        return services.stream().map(ServiceSpec::deadline).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private boolean isBefore(String one, String other) {
        return names().indexOf(one) < names().indexOf(other);
    }
}
