// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

import io.highlands.local.edges.join.AccessLogEntry;
import io.highlands.local.edges.join.CallSpan;
import io.highlands.local.span.TraceId;

/** Calls from service-b to service-a as the parts of the platform would tell of them. */
final class Sample {

    static final Edge EDGE = new Edge("service-b", "service-a", Set.of("service-a"));

    private static final long START = 1_700_000_000_000_000_000L;

    final List<CallSpan> caller = new ArrayList<>();
    final List<CallSpan> callee = new ArrayList<>();

    /** A request that the callee responded to, as the caller's proxy logs it. */
    static AccessLogEntry line(String id, int status, double millis) {
        return entry("service-b", true, id, status, millis, OptionalDouble.of(millis));
    }

    /** A failure that the caller's proxy made itself. */
    static AccessLogEntry byProxy(String id, int status, double millis) {
        return entry("service-b", true, id, status, millis, OptionalDouble.empty());
    }

    /** An attempt that the callee's process responded to, as the callee's proxy logs it. */
    static AccessLogEntry arrived(String id, int status, double millis) {
        return entry("service-a", false, id, status, millis, OptionalDouble.of(millis));
    }

    /** An attempt whose response the callee's proxy made itself. */
    static AccessLogEntry byCalleeProxy(String id, int status, double millis) {
        return entry("service-a", false, id, status, millis, OptionalDouble.empty());
    }

    private static AccessLogEntry entry(String service, boolean outgoing, String id, int status, double millis,
            OptionalDouble upstream) {
        return new AccessLogEntry(service, outgoing, id, "service-a:8080", "GET", "/route", status, nanos(0),
                Math.round(millis * 1e6), upstream, Map.of());
    }

    static TraceId trace(String id) {
        return new TraceId(1, id.hashCode());
    }

    /** The caller's local root and its CLIENT span. */
    Sample called(String id, double millis) {
        caller.add(root(id, 1, 0, 0, millis + 2, 200));
        caller.add(client(id, 2, 1, 1, millis, "service-a"));
        return this;
    }

    /** The callee's local root under the caller's CLIENT span, its clock that many milliseconds off. */
    Sample served(String id, long span, double skew, double millis) {
        callee.add(root(id, span, 2, skew, millis, 200));
        return this;
    }

    /** A call that the callee made itself. */
    Sample asked(String id, long span, long parent, double start, double millis) {
        callee.add(client(id, span, parent, start, millis, "service-c"));
        return this;
    }

    /** Another call of the callee within the caller's request, and what it led to. */
    Sample calledAgain(String id, long span, double start, double millis) {
        caller.add(client(id, span, 1, start, millis, "service-a"));
        callee.add(root(id, span + 100, span, start, millis, 200));
        return this;
    }

    private static CallSpan root(String id, long span, long parent, double start, double millis, int status) {
        return new CallSpan(trace(id), span, parent, parent == 0 ? "service-b" : "service-a", true, nanos(start),
                Math.round(millis * 1e6), "", id, status, false);
    }

    private static CallSpan client(String id, long span, long parent, double start, double millis, String peer) {
        return new CallSpan(trace(id), span, parent, peer.equals("service-a") ? "service-b" : "service-a", false,
                nanos(start), Math.round(millis * 1e6), peer, "", 200, false);
    }

    private static long nanos(double start) {
        return START + Math.round(start * 1e6);
    }

    Slow slow(AccessLogEntry entry) {
        return Slow.of(entry, requests(List.of(entry)));
    }

    Split split(AccessLogEntry entry) {
        return slow(entry).split().orElseThrow();
    }

    private EdgeSpans spans() {
        return new EdgeSpans(EDGE, caller, callee);
    }

    private EdgeRequests requests(List<AccessLogEntry> entries) {
        return new EdgeRequests(EDGE, spans(), entries);
    }

    EdgeFacts facts(ProxyFigures log, AccessLogEntry... slow) {
        EdgeRequests requests = requests(List.of(slow));
        return new EdgeFacts(EDGE, Optional.empty(), Optional.empty(), Optional.of(log), spans().caller(Instant.EPOCH),
                spans().callee(Instant.EPOCH), List.of(slow).stream().map(entry -> Slow.of(entry, requests)).toList(),
                List.of());
    }

    static EdgeFacts failing(ProxyFigures log, Optional<List<AccessLogEntry>> arrived, AccessLogEntry... failed) {
        Sample sample = new Sample();
        EdgeRequests requests = sample.requests(Stream.concat(Stream.of(failed),
                arrived.stream().flatMap(List::stream)).toList());
        return new EdgeFacts(EDGE, Optional.empty(), Optional.empty(), Optional.of(log),
                sample.spans().caller(Instant.EPOCH), sample.spans().callee(Instant.EPOCH), List.of(),
                List.of(failed).stream().map(entry -> Failure.of(entry, arrived.isPresent(), requests)).toList());
    }

    static EdgeFacts published(ClientFigures client, TargetFigures target) {
        EdgeSpans spans = new Sample().spans();
        return new EdgeFacts(EDGE, Optional.ofNullable(client), Optional.ofNullable(target), Optional.empty(),
                spans.caller(Instant.EPOCH), spans.callee(Instant.EPOCH), List.of(), List.of());
    }

    static List<String> said(EdgeFacts facts) {
        return Verdict.of(facts).sentences().stream().map(Sentence::text).toList();
    }
}
