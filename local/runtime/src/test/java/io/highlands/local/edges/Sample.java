// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import io.highlands.local.span.TraceId;

/** Calls from service-b to service-a as the parts of the platform would tell of them. */
final class Sample {

    static final Edge EDGE = new Edge("service-b", "service-a", Set.of("service-a"));

    private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");
    private static final long START = 1_700_000_000_000_000_000L;

    final List<EdgeSpan> caller = new ArrayList<>();
    final List<EdgeSpan> callee = new ArrayList<>();

    static ProxyLine line(String id, int status, double millis) {
        return new ProxyLine(AT, id, "/route", status, millis, OptionalDouble.of(millis));
    }

    /** A failure that the caller's proxy made itself. */
    static ProxyLine byProxy(String id, int status, double millis) {
        return new ProxyLine(AT, id, "/route", status, millis, OptionalDouble.empty());
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

    private static EdgeSpan root(String id, long span, long parent, double start, double millis, int status) {
        return new EdgeSpan(trace(id), span, parent, true, nanos(start), Math.round(millis * 1e6), "", id, status,
                false);
    }

    private static EdgeSpan client(String id, long span, long parent, double start, double millis, String peer) {
        return new EdgeSpan(trace(id), span, parent, false, nanos(start), Math.round(millis * 1e6), peer, "", 200,
                false);
    }

    private static long nanos(double start) {
        return START + Math.round(start * 1e6);
    }

    EdgeTraces traces() {
        return new EdgeTraces(EDGE, caller, callee);
    }

    Split split(ProxyLine line) {
        return Slow.of(line, traces()).split().orElseThrow();
    }

    EdgeFacts facts(ProxyFigures log, ProxyLine... slow) {
        EdgeTraces traces = traces();
        return new EdgeFacts(EDGE, Optional.empty(), Optional.empty(), Optional.of(log), traces.caller(Instant.EPOCH),
                traces.callee(Instant.EPOCH), List.of(slow).stream().map(line -> Slow.of(line, traces)).toList(),
                List.of());
    }

    static EdgeFacts failing(ProxyFigures log, Optional<Map<String, List<ProxyLine>>> arrived, ProxyLine... failed) {
        EdgeTraces traces = new Sample().traces();
        return new EdgeFacts(EDGE, Optional.empty(), Optional.empty(), Optional.of(log), traces.caller(Instant.EPOCH),
                traces.callee(Instant.EPOCH), List.of(),
                List.of(failed).stream().map(line -> Failure.of(line, arrived, traces)).toList());
    }

    static EdgeFacts published(ClientFigures client, TargetFigures target) {
        EdgeTraces traces = new Sample().traces();
        return new EdgeFacts(EDGE, Optional.ofNullable(client), Optional.ofNullable(target), Optional.empty(),
                traces.caller(Instant.EPOCH), traces.callee(Instant.EPOCH), List.of(), List.of());
    }

    static List<String> said(EdgeFacts facts) {
        return Verdict.of(facts).sentences().stream().map(Sentence::text).toList();
    }
}
