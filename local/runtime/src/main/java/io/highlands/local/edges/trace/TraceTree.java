// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.highlands.local.edges.join.HopJoin;
import io.highlands.local.edges.join.MeshHop;
import io.highlands.local.span.Span;

/**
 * The rows of a trace from the outside in: each span below its parent, and between a call and the span that it led to the
 * proxies that it passed. A span whose parent is not known stands by itself; what is its own ancestor, too.
 */
public final class TraceTree {

    private record Node(Object item, long start, List<Node> children) {}

    private record Placed(Node node, int depth) {}

    private final Map<Object, Node> nodes = new IdentityHashMap<>();

    private final Map<Object, Node> parents = new IdentityHashMap<>();

    private TraceTree(List<Span> spans, List<MeshHop> hops) {
        spans.forEach(span -> nodes.put(span, new Node(span, span.startNanos(), new ArrayList<>())));
        hops.forEach(hop -> nodes.put(hop, new Node(hop, hop.startNanos(), new ArrayList<>())));
        Map<Long, Span> byId = new HashMap<>();
        spans.forEach(span -> byId.putIfAbsent(span.id(), span));
        HopJoin join = new HopJoin(spans, hops);
        Map<Span, MeshHop> received = new IdentityHashMap<>();
        for (MeshHop hop : hops) {
            if (!hop.outgoing() && join.receiver(hop) != null) {
                received.put(join.receiver(hop), hop);
            }
            Object above = hop.outgoing() ? join.caller(hop) : join.calling(hop);
            place(hop, above == null && hop.outgoing() ? around(hop, spans) : above);
        }
        for (Span span : spans) {
            MeshHop hop = received.get(span);
            Span parent = byId.get(span.parent());
            if (hop != null && !parents.containsKey(hop)) {
                place(hop, parent);
            }
            place(span, hop != null ? hop : parent);
        }
    }

    /** The shortest span of the service that the request happened in. */
    private static Span around(MeshHop hop, List<Span> spans) {
        return spans.stream().filter(span -> span.service().equals(hop.service())
                && span.startNanos() <= hop.startNanos() && span.endNanos() >= hop.startNanos())
                .min(Comparator.comparingLong(Span::durationNanos)).orElse(null);
    }

    private void place(Object item, Object above) {
        if (above == null || above == item) {
            return;
        }
        boolean hasChildren = !nodes.get(item).children().isEmpty();
        for (Node up = nodes.get(above); hasChildren && up != null; up = parents.get(up.item())) {
            if (up.item() == item) {
                return;
            }
        }
        parents.put(item, nodes.get(above));
        nodes.get(above).children().add(nodes.get(item));
    }

    /**
     * The rows of a trace.
     *
     * @param spans its spans
     * @param hops what the mesh wrote of its requests
     * @return the rows from top to bottom
     */
    public static List<TraceRow> rows(List<Span> spans, List<MeshHop> hops) {
        TraceTree tree = new TraceTree(spans, hops);
        Comparator<Node> latestFirst = Comparator.comparingLong(Node::start).reversed();
        Deque<Placed> open = new ArrayDeque<>();
        Stream.concat(spans.stream(), hops.stream()).filter(item -> !tree.parents.containsKey(item))
                .map(tree.nodes::get).sorted(latestFirst).forEach(node -> open.push(new Placed(node, 0)));
        List<TraceRow> rows = new ArrayList<>();
        while (!open.isEmpty()) {
            Placed next = open.pop();
            rows.add(next.node().item() instanceof Span span
                    ? new TraceRow.OfSpan(next.depth(), span)
                    : new TraceRow.OfHop(next.depth(), (MeshHop) next.node().item()));
            next.node().children().stream().sorted(latestFirst)
                    .forEach(child -> open.push(new Placed(child, next.depth() + 1)));
        }
        return rows;
    }
}
