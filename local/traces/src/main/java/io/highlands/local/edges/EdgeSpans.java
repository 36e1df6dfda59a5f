// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.highlands.local.edges.join.CallSpan;
import io.highlands.local.span.TraceId;

/** The spans of both ends of an edge, and what they say without the access log. */
final class EdgeSpans {

    private record Key(TraceId trace, long id) {}

    private final List<CallSpan> caller;
    private final List<CallSpan> callee;
    private final Map<Key, CallSpan> calls = new HashMap<>();
    private final Map<TraceId, List<CallSpan>> rootsByTrace = new HashMap<>();
    private final Map<TraceId, List<CallSpan>> clientsByTrace = new HashMap<>();

    /**
     * Sorts spans.
     *
     * @param edge which edge
     * @param caller local roots and CLIENT spans of the caller
     * @param callee local roots and CLIENT spans of the callee
     */
    EdgeSpans(Edge edge, List<CallSpan> caller, List<CallSpan> callee) {
        this.caller = List.copyOf(caller);
        this.callee = List.copyOf(callee);
        caller.stream().filter(span -> !span.received() && edge.leadsTo(span.peer()))
                .forEach(span -> calls.put(new Key(span.trace(), span.id()), span));
        callee.forEach(span -> (span.received() ? rootsByTrace : clientsByTrace)
                .computeIfAbsent(span.trace(), trace -> new ArrayList<>()).add(span));
    }

    /** All spans, for the join with the access log. */
    Collection<CallSpan> all() {
        return Stream.concat(caller.stream(), callee.stream()).toList();
    }

    /**
     * What the caller's CLIENT spans say.
     *
     * @param since the first moment in which they may begin
     * @return their figures
     */
    SpanFigures caller(Instant since) {
        return SpanFigures.of(calls.values().stream().filter(call -> begins(call, since)).toList());
    }

    /**
     * What the callee's local roots say.
     *
     * @param since the first moment in which they may begin
     * @return the figures of those whose caller's span is known
     */
    SpanFigures callee(Instant since) {
        return SpanFigures.of(rootsByTrace.values().stream().flatMap(List::stream).filter(root -> begins(root, since))
                .filter(root -> calls.containsKey(new Key(root.trace(), root.parent()))).toList());
    }

    private static boolean begins(CallSpan span, Instant since) {
        return span.startNanos() >= TimeUnit.SECONDS.toNanos(since.getEpochSecond()) + since.getNano();
    }

    /**
     * The attempts of a request with the calls that each made itself.
     *
     * @param roots the local roots of the request in the callee
     * @return an attempt for each; none where a call could be of two of them
     */
    List<Attempt> attempts(List<CallSpan> roots) {
        List<Attempt> attempts = roots.stream().map(this::attempt).flatMap(Optional::stream).toList();
        return attempts.size() == roots.size() ? attempts : List.of();
    }

    /** Calls that could be those of several local roots, on hosts whose clocks may differ, leave the attempt unknown. */
    private Optional<Attempt> attempt(CallSpan root) {
        List<CallSpan> made = clientsByTrace.getOrDefault(root.trace(), List.of());
        List<CallSpan> roots = rootsByTrace.get(root.trace());
        if (roots.size() == 1 || made.isEmpty()) {
            return Optional.of(new Attempt(root, made));
        }
        List<CallSpan> own = new ArrayList<>();
        for (CallSpan call : made) {
            List<CallSpan> owners = owners(call, roots);
            if (owners.size() > 1 && owners.contains(root)) {
                return Optional.empty();
            }
            if (owners.contains(root)) {
                own.add(call);
            }
        }
        return Optional.of(new Attempt(root, own));
    }

    private static List<CallSpan> owners(CallSpan call, List<CallSpan> roots) {
        List<CallSpan> parents = roots.stream().filter(root -> root.id() == call.parent()).toList();
        return parents.isEmpty()
                ? roots.stream().filter(root -> call.startNanos() >= root.startNanos()
                        && call.startNanos() <= root.endNanos()).toList()
                : parents;
    }
}
