// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.highlands.local.control.message.IncidentReport.Calls;
import io.highlands.local.edges.CallCount;
import io.highlands.local.edges.Edge;
import io.highlands.local.edges.EdgeReader;
import io.highlands.local.edges.EdgeView;
import io.highlands.local.edges.Failure;
import io.highlands.local.edges.PublishedFigures;
import io.highlands.local.edges.Sentence;
import io.highlands.local.edges.join.AccessLogSource;
import io.highlands.local.mesh.MeshSnapshot;
import io.highlands.local.span.TraceId;

/** Reads how each edge changed: those between services, and those from the load balancer. */
final class Edges {

    /** What a reader of an incident needs first. */
    private static final Comparator<Sentence> ORDER = Comparator.comparing(sentence -> switch (sentence.topic()) {
        case ERRORS -> 0;
        case TIME -> 1;
        case TRAFFIC -> 2;
        case UNKNOWN -> 3;
    });

    private final IncidentSources sources;
    private final String environment;
    private final FirstFailures failures;

    Edges(IncidentSources sources, String environment) {
        this.sources = sources;
        this.environment = environment;
        this.failures = new FirstFailures(sources.traces(), sources.logs());
    }

    /** {@return all edges, those that changed first} */
    List<EdgeChange> read(Window window) {
        List<EdgeChange> all = new ArrayList<>();
        EdgeReader reader = new EdgeReader(sources.traces(), sources.logs(),
                new PublishedFigures(sources.metrics(), environment, sources.cluster().get().cluster()));
        called().forEach(edge -> all.add(change(reader, edge, window)));
        new BalancerEdges(sources.metrics(), sources.cluster().get()).read(window).stream()
                .map(edge -> edge.isChanged()
                        ? edge.with(List.of(), failures.trace(edge.edge(), Set.of(), window).orElse(""),
                                failures.line(edge.edge(), window))
                        : edge)
                .forEach(all::add);
        return all.stream().sorted(Comparator.comparingDouble(EdgeChange::extent).reversed()).toList();
    }

    /** Those that were called since the start. */
    private List<Edge> called() {
        MeshSnapshot mesh = sources.mesh().get();
        return mesh.edges().stream().filter(edge -> edge.requests() > 0).map(edge -> {
            String callee = mesh.owner(edge.discoveryName());
            return new Edge(edge.client(), callee, names(callee));
        }).distinct().toList();
    }

    private Set<String> names(String service) {
        Set<String> names = sources.accessLogs().get().stream().filter(log -> log.service().equals(service))
                .flatMap(log -> log.names().stream()).collect(Collectors.toSet());
        return names.isEmpty() ? Set.of(service) : names;
    }

    /** Single requests are looked at only where something changed. */
    private EdgeChange change(EdgeReader reader, Edge edge, Window window) {
        Map<String, String> groups = sources.accessLogs().get().stream()
                .collect(Collectors.toMap(AccessLogSource::service, AccessLogSource::group, (one, other) -> one));
        Window earlier = window.before();
        EdgeChange counted = EdgeChange.counted(edge.caller(), edge.callee(),
                calls(reader.count(edge, groups, window.from(), window.until())),
                calls(reader.count(edge, groups, earlier.from(), earlier.until())));
        if (!counted.isChanged()) {
            return counted;
        }
        EdgeView view = reader.read(edge, groups, window.from(), window.until());
        return counted.with(view.verdict().sentences().stream().sorted(ORDER).map(Sentence::text).toList(),
                failures.trace(counted.edge(), edge.addresses(), window).or(() -> oldest(view)).orElse(""),
                failures.line(counted.edge(), window));
    }

    /** The newest failed requests are known, the newest first. */
    private static Optional<String> oldest(EdgeView view) {
        return view.facts().failures().reversed().stream().map(Failure::trace).flatMap(Optional::stream).findFirst()
                .map(TraceId::toString);
    }

    private static Calls calls(CallCount count) {
        return new Calls(count.calls(), count.failed(),
                Double.isNaN(count.meanMillis()) ? Optional.empty() : Optional.of(count.meanMillis()));
    }
}
