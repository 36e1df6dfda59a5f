// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.highlands.local.span.Span;
import io.highlands.local.span.TraceId;
import io.highlands.local.store.SpanCondition;
import io.highlands.local.traces.TraceSummary;
import io.highlands.local.traces.Traces;

/**
 * Traces that were found, with what all of their spans have. Reading is bounded in traces, spans and time.
 *
 * @param traces those that were read, in their order
 * @param unread how many more were found and not read: they have more than 2,000 spans, came after 20,000 spans, or time was over
 */
public record TraceSamples(List<TraceSample> traces, int unread) {

    /** How many traces are compared at most. */
    public static final int MAX_TRACES = 1_000;

    /** How many spans are read at most. */
    static final int MAX_SPANS = 20_000;

    /** A trace with more spans is left out: ten of them would be all that is read. */
    static final int MAX_SPANS_OF_TRACE = 2_000;

    /** How many traces are read together, between two looks at the clock. */
    private static final int CHUNK = 100;

    /** Keeps the traces as they are now. */
    public TraceSamples {
        traces = List.copyOf(traces);
    }

    /**
     * Reads the spans of traces.
     *
     * @param store where they are
     * @param found the traces; the first 1,000 are read
     * @param conditions which span of each trace counts: the first that fits all of them; with none, that by which it is listed
     * @param timeout after how long no more is read
     * @return those that were read
     */
    public static TraceSamples read(Traces store, List<TraceSummary> found, List<SpanCondition> conditions,
            Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        List<TraceSummary> wanted = bounded(found);
        List<TraceSample> read = new ArrayList<>();
        for (int first = 0; first < wanted.size() && System.nanoTime() - deadline < 0; first += CHUNK) {
            List<TraceSummary> chunk = wanted.subList(first, Math.min(wanted.size(), first + CHUNK));
            Map<TraceId, List<Span>> spans = store.findAll(chunk.stream().map(trace -> trace.root().trace()).toList());
            chunk.forEach(trace -> {
                List<Span> known = spans.getOrDefault(trace.root().trace(), List.of());
                if (!known.isEmpty()) {
                    read.add(TraceSample.of(span(trace, known, conditions), known));
                }
            });
        }
        return new TraceSamples(read, found.size() - read.size());
    }

    private static List<TraceSummary> bounded(List<TraceSummary> found) {
        List<TraceSummary> bounded = new ArrayList<>();
        int spans = 0;
        for (TraceSummary trace : found) {
            if (trace.spans() <= MAX_SPANS_OF_TRACE) {
                spans += trace.spans();
                if (spans > MAX_SPANS || bounded.size() == MAX_TRACES) {
                    break;
                }
                bounded.add(trace);
            }
        }
        return bounded;
    }

    private static Span span(TraceSummary trace, List<Span> spans, List<SpanCondition> conditions) {
        return conditions.isEmpty()
                ? trace.root()
                : spans.stream().filter(span -> conditions.stream().allMatch(condition -> condition.matches(span)))
                        .findFirst().orElse(trace.root());
    }
}
