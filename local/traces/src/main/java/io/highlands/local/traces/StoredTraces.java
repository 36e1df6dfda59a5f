// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanSink;
import io.highlands.local.span.TraceId;
import io.highlands.local.store.SpanCondition;
import io.highlands.local.store.SpanMatches;
import io.highlands.local.store.SpanQuery;
import io.highlands.local.store.SpanSearch;
import io.highlands.local.store.SpanStore;
import io.highlands.local.store.SpanTotals;

/** Finds traces by time, service, duration and status, on disk. */
public final class StoredTraces implements Traces, SpanSink {

    /** How many local roots a trace has, as a first guess; more are read when it has more. */
    private static final int ROOTS = 6;

    /** How many spans of a search are read at first, where it is for more than a page of traces. */
    private static final int MAX_FIRST_SPANS = 2_000;

    private static final long LAST_SECOND = Long.MAX_VALUE / 1_000_000_000L - 1;

    private final SpanStore store;

    /**
     * Traces over a store.
     *
     * @param store where the spans are
     */
    public StoredTraces(SpanStore store) {
        this.store = store;
    }

    @Override
    public boolean put(List<Span> spans) {
        return store.put(spans);
    }

    @Override
    public List<Span> find(TraceId id) {
        return store.trace(id);
    }

    @Override
    public Map<TraceId, List<Span>> findAll(List<TraceId> ids, UnaryOperator<Span> kept) {
        return store.traces(ids, kept);
    }

    @Override
    public List<TraceSummary> list(TraceFilter filter) {
        return summaries(roots(filter));
    }

    private List<TraceSummary> summaries(List<Span> spans) {
        Map<TraceId, SpanTotals> totals = store.totals(spans.stream().map(Span::trace).toList());
        return spans.stream().map(root -> {
            SpanTotals total = totals.get(root.trace());
            return new TraceSummary(root, total.spans(), total.services(), total.failed());
        }).toList();
    }

    @Override
    public TraceMatches search(TraceSearch search) {
        long deadline = System.nanoTime() + search.timeout().toNanos();
        for (int limit = firstLimit(search);; limit = Math.min(limit * 2, TraceSearch.MAX_SPANS)) {
            SpanMatches found = store.search(new SpanSearch(nanos(search.from()), nanos(search.to()),
                    search.conditions(), search.order() == TraceFilter.Order.SLOWEST, limit,
                    Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
            Map<TraceId, Span> first = new LinkedHashMap<>();
            found.spans().forEach(span -> first.putIfAbsent(span.trace(), span));
            boolean isOver = limit >= TraceSearch.MAX_SPANS || System.nanoTime() > deadline;
            if (first.size() >= search.limit() || !found.isCut() || isOver) {
                return new TraceMatches(summaries(first.values().stream().limit(search.limit()).toList()),
                        found.isCut() || first.size() > search.limit(), unreadBefore(found, first.size(), search));
            }
        }
    }

    /** How many spans are read at first: with one more than the limit it is known whether there are more. */
    static int firstLimit(TraceSearch search) {
        return search.conditions().contains(SpanCondition.FIRST_SPAN)
                ? search.limit() + 1
                : Math.max(search.limit() + 1, Math.min(search.limit() * ROOTS, MAX_FIRST_SPANS));
    }

    /** Spans beyond the limit may be of further traces, where there are fewer than were asked for. */
    private static Optional<Instant> unreadBefore(SpanMatches found, int traces, TraceSearch search) {
        if (found.unreadBefore().isPresent() || !found.isCut() || traces >= search.limit()) {
            return found.unreadBefore().stream().mapToObj(nanos -> Instant.ofEpochSecond(0, nanos)).findFirst();
        }
        return Optional.of(search.order() == TraceFilter.Order.NEWEST && !found.spans().isEmpty()
                ? Instant.ofEpochSecond(0, found.spans().getLast().startNanos())
                : search.to());
    }

    private static SpanQuery query(TraceFilter filter) {
        return new SpanQuery(nanos(filter.from()), nanos(filter.to()), filter.service(), filter.route(),
                filter.failed(), filter.httpStatus(), filter.atLeast().toNanos(), filter.text(), filter.entryOnly(),
                filter.order() == TraceFilter.Order.SLOWEST, filter.limit() * (filter.entryOnly() ? 1 : ROOTS));
    }

    /** One root of each trace: reads more and more of them, until there are enough traces. */
    private List<Span> roots(TraceFilter filter) {
        SpanQuery query = query(filter);
        while (true) {
            List<Span> read = store.roots(query);
            Map<TraceId, Span> first = new LinkedHashMap<>();
            for (Span root : read) {
                first.merge(root.trace(), root,
                        (known, other) -> other.startNanos() < known.startNanos() ? other : known);
            }
            if (first.size() >= filter.limit() || read.size() < query.limit()) {
                return first.values().stream().sorted(order(filter)).limit(filter.limit()).toList();
            }
            query = query.atMost(query.limit() * 2);
        }
    }

    private static Comparator<Span> order(TraceFilter filter) {
        return filter.order() == TraceFilter.Order.SLOWEST
                ? Comparator.comparingLong(Span::durationNanos).reversed()
                : Comparator.comparingLong(Span::startNanos).reversed();
    }

    @Override
    public List<Span> calls(String service, Instant from, Instant to, int limit) {
        return store.calls(service, nanos(from), nanos(to), limit);
    }

    @Override
    public List<String> services(Instant from) {
        return store.services(nanos(from));
    }

    @Override
    public TraceCounts counts() {
        return new TraceCounts(store.stored(), store.dropped());
    }

    /** Nanoseconds since 1970, where every time before is 1970 and every time after 2262 is then. */
    private static long nanos(Instant time) {
        long second = Math.clamp(time.getEpochSecond(), 0, LAST_SECOND);
        return second * 1_000_000_000L + (second == time.getEpochSecond() ? time.getNano() : 0);
    }
}
