// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;

/**
 * Which line of the mesh belongs to which span. A request passes the caller's CLIENT span, the proxy beside the caller, the
 * proxy beside the target, the target's first span, in this order. All of a trace's lines carry the same request id, so that
 * service, name and time decide: of the pairs that fit, the nearest in time belong together.
 */
public final class HopJoin {

    /** How far apart the clocks of an agent and a proxy may be, and what whole milliseconds leave out. */
    private static final long SLACK = 25_000_000;

    private record Pair(Span span, MeshHop hop) {

        long distance() {
            return Math.abs(span.startNanos() - hop.startNanos());
        }
    }

    private final Map<MeshHop, Span> callers = new IdentityHashMap<>();

    private final Map<MeshHop, MeshHop> callingHops = new IdentityHashMap<>();

    private final Map<MeshHop, Span> receivers = new IdentityHashMap<>();

    public HopJoin(List<Span> spans, List<MeshHop> hops) {
        List<MeshHop> out = hops.stream().filter(MeshHop::outgoing).toList();
        List<MeshHop> in = hops.stream().filter(hop -> !hop.outgoing()).toList();
        Set<Long> around = spans.stream().filter(span -> span.kind() == SpanKind.CLIENT).map(Span::parent)
                .collect(Collectors.toSet());
        pair(spans.stream().filter(span -> span.kind() == SpanKind.CLIENT && !around.contains(span.id())).toList(), out,
                callers, (span, hop) -> span.peer().isEmpty() || span.peer().equals(hop.host()));
        in.forEach(hop -> calling(hop, out));
        List<Span> first = spans.stream().filter(span -> span.localRoot() && span.kind() == SpanKind.SERVER).toList();
        pair(first, in, receivers, (span, hop) -> call(hop) != null && call(hop).id() == span.parent());
        pair(first, in, receivers, (span, hop) -> call(hop) == null || span.parent() == 0);
    }

    private Span call(MeshHop incoming) {
        MeshHop calling = callingHops.get(incoming);
        return calling == null ? null : callers.get(calling);
    }

    private void calling(MeshHop incoming, List<MeshHop> out) {
        out.stream().filter(hop -> hop.authority().equals(incoming.authority())
                && !hop.service().equals(incoming.service()) && overlap(hop, incoming))
                .min(Comparator.comparingLong(hop -> Math.abs(hop.startNanos() - incoming.startNanos())))
                .ifPresent(hop -> callingHops.put(incoming, hop));
    }

    private static boolean overlap(MeshHop outgoing, MeshHop incoming) {
        return incoming.startNanos() >= outgoing.startNanos() - SLACK
                && incoming.startNanos() <= outgoing.endNanos() + SLACK;
    }

    /** Joins what is not joined yet, the nearest first. */
    private static void pair(List<Span> spans, List<MeshHop> hops, Map<MeshHop, Span> joined,
            BiPredicate<Span, MeshHop> fits) {
        List<Pair> pairs = new ArrayList<>();
        for (MeshHop hop : hops) {
            spans.stream().filter(span -> span.service().equals(hop.service())
                    && span.startNanos() <= hop.endNanos() + SLACK && span.endNanos() >= hop.startNanos() - SLACK
                    && fits.test(span, hop)).forEach(span -> pairs.add(new Pair(span, hop)));
        }
        pairs.sort(Comparator.comparingLong(Pair::distance));
        Map<Span, MeshHop> taken = new IdentityHashMap<>();
        joined.forEach((hop, span) -> taken.put(span, hop));
        for (Pair pair : pairs) {
            if (!joined.containsKey(pair.hop()) && !taken.containsKey(pair.span())) {
                joined.put(pair.hop(), pair.span());
                taken.put(pair.span(), pair.hop());
            }
        }
    }

    /** The span that made the request; null when none is known. */
    public Span caller(MeshHop outgoing) {
        return callers.get(outgoing);
    }

    /** What the proxy beside the caller wrote of the request; null when nothing is known. */
    public MeshHop calling(MeshHop incoming) {
        return callingHops.get(incoming);
    }

    /** The first span of the request in the service; null when none is known. */
    public Span receiver(MeshHop incoming) {
        return receivers.get(incoming);
    }
}
