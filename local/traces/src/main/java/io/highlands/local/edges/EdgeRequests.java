// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.highlands.local.edges.join.AccessLogEntry;
import io.highlands.local.edges.join.AccessLogJoin;
import io.highlands.local.span.TraceId;

/** Single requests of an edge: the access log of both ends, joined with the spans of both ends by {@link AccessLogJoin}. */
final class EdgeRequests {

    private final Edge edge;
    private final EdgeSpans spans;
    private final AccessLogJoin join;

    /**
     * Joins.
     *
     * @param edge which edge
     * @param spans the spans of both ends
     * @param entries all entries of both ends that have the request ids in question
     */
    EdgeRequests(Edge edge, EdgeSpans spans, Collection<AccessLogEntry> entries) {
        this.edge = edge;
        this.spans = spans;
        this.join = new AccessLogJoin(spans.all(), entries);
    }

    /**
     * What spans say of a request.
     *
     * @param entry as the caller's proxy logged it
     * @return what is known; empty without a trace
     */
    Optional<Joined> joined(AccessLogEntry entry) {
        Optional<TraceId> trace = join.trace(entry);
        return trace.map(id -> new Joined(id, join.caller(entry),
                join.roots(entry, edge.callee()).map(spans::attempts).orElse(List.of())));
    }

    /** Whether a span of the callee says that its process was sent the request. */
    boolean served(AccessLogEntry entry) {
        return join.roots(entry, edge.callee()).filter(roots -> !roots.isEmpty()).isPresent();
    }

    /** What the callee's proxies logged of a request, an entry for each attempt; empty when it is unknown. */
    Optional<List<AccessLogEntry>> arrived(AccessLogEntry entry) {
        return join.attempts(entry);
    }
}
