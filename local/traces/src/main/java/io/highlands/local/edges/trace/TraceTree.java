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

import io.highlands.local.edges.join.AccessLogEntry;
import io.highlands.local.edges.join.AccessLogJoin;
import io.highlands.local.edges.join.CallSpan;
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

    private TraceTree(List<Span> spans, List<AccessLogEntry> entries) {
        spans.forEach(span -> nodes.put(span, new Node(span, span.startNanos(), new ArrayList<>())));
        entries.forEach(entry -> nodes.put(entry, new Node(entry, entry.startNanos(), new ArrayList<>())));
        Map<Long, Span> byId = new HashMap<>();
        spans.forEach(span -> byId.putIfAbsent(span.id(), span));
        Map<CallSpan, Span> calls = new IdentityHashMap<>();
        List<CallSpan> made = new ArrayList<>();
        spans.stream().filter(CallSpan::isCall).forEach(span -> {
            made.add(CallSpan.of(span));
            calls.put(made.getLast(), span);
        });
        AccessLogJoin join = new AccessLogJoin(made, entries);
        Map<Span, AccessLogEntry> received = new IdentityHashMap<>();
        for (AccessLogEntry entry : entries) {
            join.receiver(entry).map(calls::get).ifPresent(span -> received.put(span, entry));
            if (entry.outgoing()) {
                place(entry, join.caller(entry).map(calls::get).orElseGet(() -> around(entry, spans)));
            } else {
                place(entry, join.calling(entry).orElse(null));
            }
        }
        for (Span span : spans) {
            AccessLogEntry entry = received.get(span);
            Span parent = byId.get(span.parent());
            if (entry != null && !parents.containsKey(entry)) {
                place(entry, parent);
            }
            place(span, entry != null ? entry : parent);
        }
    }

    /** The shortest span of the service that the request happened in. */
    private static Span around(AccessLogEntry entry, List<Span> spans) {
        return spans.stream().filter(span -> span.service().equals(entry.service())
                && span.startNanos() <= entry.startNanos() && span.endNanos() >= entry.startNanos())
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
     * @param entries what the access log has of its requests
     * @return the rows from top to bottom
     */
    public static List<TraceRow> rows(List<Span> spans, List<AccessLogEntry> entries) {
        TraceTree tree = new TraceTree(spans, entries);
        Comparator<Node> latestFirst = Comparator.comparingLong(Node::start).reversed();
        Deque<Placed> open = new ArrayDeque<>();
        Stream.concat(spans.stream(), entries.stream()).filter(item -> !tree.parents.containsKey(item))
                .map(tree.nodes::get).sorted(latestFirst).forEach(node -> open.push(new Placed(node, 0)));
        List<TraceRow> rows = new ArrayList<>();
        while (!open.isEmpty()) {
            Placed next = open.pop();
            rows.add(next.node().item() instanceof Span span
                    ? new TraceRow.OfSpan(next.depth(), span)
                    : new TraceRow.OfProxy(next.depth(), (AccessLogEntry) next.node().item()));
            next.node().children().stream().sorted(latestFirst)
                    .forEach(child -> open.push(new Placed(child, next.depth() + 1)));
        }
        return rows;
    }
}
