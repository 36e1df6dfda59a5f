// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.highlands.local.span.TraceId;

/**
 * The spans of both ends of an edge, joined with lines of the access log by request id. A line that could belong to several
 * calls, as when a caller calls twice within one request, is not joined.
 */
public final class EdgeTraces {

    private record Key(TraceId trace, long id) {}

    private final Edge edge;
    private final Map<Key, EdgeSpan> calls = new HashMap<>();
    private final Map<TraceId, List<EdgeSpan>> callsByTrace = new HashMap<>();
    private final Map<String, TraceId> callerTraces = new HashMap<>();
    private final Map<String, List<EdgeSpan>> arrivals = new HashMap<>();
    private final Map<TraceId, List<EdgeSpan>> rootsByTrace = new HashMap<>();
    private final Map<TraceId, List<EdgeSpan>> clientsByTrace = new HashMap<>();

    /**
     * Sorts spans.
     *
     * @param edge which edge
     * @param caller local roots and CLIENT spans of the caller
     * @param callee local roots and CLIENT spans of the callee
     */
    public EdgeTraces(Edge edge, List<EdgeSpan> caller, List<EdgeSpan> callee) {
        this.edge = edge;
        caller.forEach(this::called);
        callee.forEach(this::served);
    }

    private void called(EdgeSpan span) {
        if (span.localRoot()) {
            if (!span.requestId().isEmpty()) {
                callerTraces.put(span.requestId(), span.trace());
            }
        } else if (edge.leadsTo(span.peer())) {
            calls.put(new Key(span.trace(), span.id()), span);
            add(callsByTrace, span);
        }
    }

    private void served(EdgeSpan span) {
        if (!span.localRoot()) {
            add(clientsByTrace, span);
            return;
        }
        add(rootsByTrace, span);
        if (span.parent() != 0 && !span.requestId().isEmpty()) {
            arrivals.computeIfAbsent(span.requestId(), id -> new ArrayList<>()).add(span);
        }
    }

    private static void add(Map<TraceId, List<EdgeSpan>> map, EdgeSpan span) {
        map.computeIfAbsent(span.trace(), id -> new ArrayList<>()).add(span);
    }

    /**
     * What the caller's CLIENT spans say.
     *
     * @param since the first moment in which they may begin
     * @return their figures
     */
    public SpanFigures caller(Instant since) {
        return SpanFigures.of(calls.values().stream().filter(call -> begins(call, since)).toList());
    }

    /**
     * What the callee's local roots say.
     *
     * @param since the first moment in which they may begin
     * @return the figures of those whose caller's span is known
     */
    public SpanFigures callee(Instant since) {
        return SpanFigures.of(rootsByTrace.values().stream().flatMap(List::stream).filter(root -> begins(root, since))
                .filter(root -> calls.containsKey(new Key(root.trace(), root.parent()))).toList());
    }

    private static boolean begins(EdgeSpan span, Instant since) {
        return span.startNanos() >= TimeUnit.SECONDS.toNanos(since.getEpochSecond()) + since.getNano();
    }

    /** Whether the callee's process is known to have been sent the request. */
    boolean arrived(String requestId) {
        return arrivals.containsKey(requestId);
    }

    Optional<Joined> join(ProxyLine line) {
        List<EdgeSpan> roots = roots(line.requestId());
        if (roots.isEmpty()) {
            return withoutCallee(line.requestId());
        }
        if (roots.stream().map(root -> new Key(root.trace(), root.parent())).distinct().count() > 1) {
            return Optional.empty();
        }
        EdgeSpan first = roots.getFirst();
        List<Attempt> attempts = roots.stream().map(this::attempt).flatMap(Optional::stream).toList();
        return Optional.of(new Joined(first.trace(),
                Optional.ofNullable(calls.get(new Key(first.trace(), first.parent()))),
                attempts.size() == roots.size() ? attempts : List.of()));
    }

    /** Those whose caller's span is known, if there are any: one request may reach a service over several edges. */
    private List<EdgeSpan> roots(String requestId) {
        List<EdgeSpan> roots = arrivals.getOrDefault(requestId, List.of());
        List<EdgeSpan> known = roots.stream().filter(root -> calls.containsKey(new Key(root.trace(), root.parent())))
                .toList();
        return known.isEmpty() ? roots : known;
    }

    private Optional<Joined> withoutCallee(String requestId) {
        List<EdgeSpan> made = Optional.ofNullable(callerTraces.get(requestId)).map(callsByTrace::get)
                .orElse(List.of());
        return made.size() == 1
                ? Optional.of(new Joined(made.getFirst().trace(), Optional.of(made.getFirst()), List.of()))
                : Optional.empty();
    }

    /** Calls that could be those of several local roots, on hosts whose clocks may differ, leave the attempt unknown. */
    private Optional<Attempt> attempt(EdgeSpan root) {
        List<EdgeSpan> made = clientsByTrace.getOrDefault(root.trace(), List.of());
        List<EdgeSpan> roots = rootsByTrace.get(root.trace());
        if (roots.size() == 1 || made.isEmpty()) {
            return Optional.of(new Attempt(root, made));
        }
        List<EdgeSpan> own = new ArrayList<>();
        for (EdgeSpan call : made) {
            List<EdgeSpan> owners = owners(call, roots);
            if (owners.size() > 1 && owners.contains(root)) {
                return Optional.empty();
            }
            if (owners.contains(root)) {
                own.add(call);
            }
        }
        return Optional.of(new Attempt(root, own));
    }

    private static List<EdgeSpan> owners(EdgeSpan call, List<EdgeSpan> roots) {
        List<EdgeSpan> parents = roots.stream().filter(root -> root.id() == call.parent()).toList();
        return parents.isEmpty()
                ? roots.stream().filter(root -> call.startNanos() >= root.startNanos()
                        && call.startNanos() <= root.endNanos()).toList()
                : parents;
    }
}
