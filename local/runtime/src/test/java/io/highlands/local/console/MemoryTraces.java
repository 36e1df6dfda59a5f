// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSink;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;
import io.highlands.local.traces.TraceCounts;
import io.highlands.local.traces.TraceFilter;
import io.highlands.local.traces.TraceSummary;
import io.highlands.local.traces.Traces;

/** Traces in memory. */
final class MemoryTraces implements Traces, SpanSink {

    private final List<Span> spans = new CopyOnWriteArrayList<>();

    @Override
    public boolean put(List<Span> more) {
        return spans.addAll(more);
    }

    @Override
    public List<Span> find(TraceId id) {
        return spans.stream().filter(span -> span.trace().equals(id))
                .sorted(Comparator.comparingLong(Span::startNanos)).toList();
    }

    @Override
    public List<TraceSummary> list(TraceFilter filter) {
        return spans.stream().filter(Span::localRoot).filter(span -> !filter.entryOnly() || span.parent() == 0)
                .filter(span -> within(span, filter.from(), filter.to()))
                .filter(span -> filter.service().isEmpty() || filter.service().get().equals(span.service()))
                .filter(span -> filter.route().isEmpty() || filter.route().get().equals(span.route()))
                .filter(span -> filter.failed().isEmpty()
                        || filter.failed().get() == (span.status() == SpanStatus.ERROR))
                .filter(span -> filter.httpStatus().isEmpty() || filter.httpStatus().get() == span.httpStatus())
                .filter(span -> span.durationNanos() >= filter.atLeast().toNanos())
                .filter(span -> filter.text().isEmpty() || Stream.of(span.name(), span.requestId(), span.error(),
                        span.route(), span.trace().toString()).anyMatch(text -> text.contains(filter.text().get())))
                .collect(Collectors.toMap(Span::trace, span -> span,
                        (one, other) -> one.startNanos() <= other.startNanos() ? one : other))
                .values().stream().sorted(filter.order() == TraceFilter.Order.NEWEST
                        ? Comparator.comparingLong(Span::startNanos).reversed()
                        : Comparator.comparingLong(Span::durationNanos).reversed())
                .map(this::summary).limit(filter.limit()).toList();
    }

    private TraceSummary summary(Span root) {
        List<Span> all = find(root.trace());
        return new TraceSummary(root, all.size(), (int) all.stream().map(Span::service).distinct().count(),
                all.stream().anyMatch(span -> span.status() == SpanStatus.ERROR));
    }

    private static boolean within(Span span, Instant from, Instant to) {
        long milli = span.startNanos() / 1_000_000;
        return milli >= from.toEpochMilli() && milli < to.toEpochMilli();
    }

    @Override
    public List<Span> calls(String service, Instant from, Instant to, int limit) {
        return spans.stream().filter(span -> span.service().equals(service) && within(span, from, to))
                .filter(span -> span.localRoot() || span.kind() == SpanKind.CLIENT).limit(limit).toList();
    }

    @Override
    public List<String> services(Instant from) {
        return spans.stream().map(Span::service).distinct().sorted().toList();
    }

    @Override
    public TraceCounts counts() {
        return new TraceCounts(spans.size(), 0);
    }
}
