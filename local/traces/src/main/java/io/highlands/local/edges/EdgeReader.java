// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.highlands.local.edges.join.AccessLogEntry;
import io.highlands.local.logs.LogService;
import io.highlands.local.traces.Traces;

/** Gathers what is known of an edge over a window. */
public final class EdgeReader {

    /** A line is written when a request ends, a span is found by when it began: no request takes longer. */
    private static final Duration MAX_REQUEST = Duration.ofSeconds(20);

    private final Traces traces;
    private final LogService logs;
    private final PublishedFigures published;

    public EdgeReader(Traces traces, LogService logs, PublishedFigures published) {
        this.traces = traces;
        this.logs = logs;
        this.published = published;
    }

    /**
     * Compares what mesh, access logs and spans hold of an edge.
     *
     * @param edge which edge
     * @param groups log groups of the access logs by service; a service without one keeps none
     * @param asked when the window begins
     * @param until when it ends
     */
    public EdgeView read(Edge edge, Map<String, String> groups, Instant asked, Instant until) {
        SpanWindow caller = SpanWindow.read(traces, edge.caller(), asked.minus(MAX_REQUEST), until);
        SpanWindow callee = SpanWindow.read(traces, edge.callee(), asked.minus(MAX_REQUEST), until);
        Instant from = Stream.of(caller, callee).map(window -> window.from().plus(MAX_REQUEST))
                .max(Comparator.naturalOrder()).orElseThrow();
        EdgeSpans spans = new EdgeSpans(edge, caller.spans(), callee.spans());
        AccessLogs access = new AccessLogs(logs, edge, from, until);
        Optional<String> near = group(groups, edge.caller());
        Optional<String> far = group(groups, edge.callee());
        List<AccessLogEntry> slow = near.map(access::slowest).orElse(List.of());
        Optional<ProxyFigures> figures = near.map(group -> access.figures(group, slow));
        List<AccessLogEntry> failed = figures.filter(log -> log.failed() > 0).flatMap(log -> near)
                .map(access::failures).orElse(List.of());
        List<AccessLogEntry> called = near
                .map(group -> access.called(group, Stream.concat(slow.stream(), failed.stream()).toList()))
                .orElse(List.of());
        List<AccessLogEntry> arrived = far.map(group -> access.arrived(group, failed)).orElse(List.of());
        EdgeRequests requests = new EdgeRequests(edge, spans,
                Stream.concat(called.stream(), arrived.stream()).toList());
        EdgeFacts facts = new EdgeFacts(edge, published.client(edge, from, until), published.target(edge, from, until),
                figures, spans.caller(from), spans.callee(from),
                slow.stream().map(entry -> Slow.of(entry, requests)).toList(),
                failed.stream().map(entry -> Failure.of(entry, far.isPresent(), requests)).toList());
        return new EdgeView(facts, Verdict.of(facts), from, until, from.isAfter(asked));
    }

    /**
     * Counts the calls of an edge, without a look at single requests: by the access log of the caller's proxy, else by what
     * the caller published, else by AWS's metrics.
     *
     * @param edge which edge
     * @param groups log groups of the access logs by service; a service without one keeps none
     * @param from when the window begins
     * @param until when it ends
     */
    public CallCount count(Edge edge, Map<String, String> groups, Instant from, Instant until) {
        Optional<CallCount> logged = group(groups, edge.caller())
                .map(group -> CallCount.of(new AccessLogs(logs, edge, from, until).figures(group, List.of())));
        return logged.filter(CallCount::isUsed)
                .or(() -> published.client(edge, from, until).map(CallCount::of).filter(CallCount::isUsed))
                .or(() -> published.target(edge, from, until).map(CallCount::of)).orElse(CallCount.NONE);
    }

    private Optional<String> group(Map<String, String> groups, String service) {
        return Optional.ofNullable(groups.get(service))
                .filter(name -> logs.groups(name).stream().anyMatch(group -> group.name().equals(name)));
    }
}
