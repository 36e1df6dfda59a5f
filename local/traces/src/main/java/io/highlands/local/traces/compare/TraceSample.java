// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanStatus;

/**
 * A trace among others.
 *
 * @param span the span whose duration, route and status count: of a search the first of the trace that fits
 * @param isFailed whether any of its spans failed
 * @param errorType the type of its first cause: of the failed spans that called no failed one, the first by time; empty where
 *            nothing failed, or it is not known
 * @param attributes what any of its spans has
 */
public record TraceSample(Span span, boolean isFailed, String errorType, Set<SpanAttribute> attributes) {

    /** Keeps the attributes as they are now. */
    public TraceSample {
        attributes = Set.copyOf(attributes);
    }

    /**
     * A trace of its spans.
     *
     * @param span the span whose duration, route and status count
     * @param spans all of them by start
     * @return the trace
     */
    static TraceSample of(Span span, List<Span> spans) {
        List<Span> failed = spans.stream().filter(one -> one.status() == SpanStatus.ERROR).toList();
        Set<Long> callers = failed.stream().map(Span::parent).collect(Collectors.toSet());
        String errorType = failed.stream().filter(one -> !callers.contains(one.id())).findFirst()
                .map(SpanAttribute::errorType).orElse("");
        return new TraceSample(span, !failed.isEmpty(), errorType, SpanAttribute.of(spans));
    }

    /** {@return how long its span took, in nanoseconds} */
    public long durationNanos() {
        return span.durationNanos();
    }
}
