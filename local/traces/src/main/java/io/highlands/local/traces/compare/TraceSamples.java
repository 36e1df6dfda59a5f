// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.highlands.local.store.SpanCondition;
import io.highlands.local.traces.TraceSummary;
import io.highlands.local.traces.Traces;

/**
 * Traces that were found, with what all of their spans have. Reading is bounded in traces, spans, memory and time.
 *
 * @param traces those that were read, in their order; the span of each without values of more than 200 characters
 * @param unread how many more were found and not read: they have more than 2,000 spans, came after 20,000 spans or after 24 MiB
 *            of attributes, or time was over
 * @param isCut whether it ended before the last of those found that has no more than 2,000 spans
 */
public record TraceSamples(List<TraceSample> traces, int unread, boolean isCut) {

    /** How many traces are compared at most. */
    public static final int MAX_TRACES = 1_000;

    /** How many spans are read at most. */
    static final int MAX_SPANS = 20_000;

    /** A trace with more spans is left out: ten of them would be all that is read. */
    static final int MAX_SPANS_OF_TRACE = 2_000;

    /** How many spans are read together, between two looks at the clock; more only of a single trace. */
    static final int MAX_SPANS_TOGETHER = 1_000;

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
        SampleReader reader = new SampleReader(store, conditions);
        List<TraceSummary> small = found.stream().filter(trace -> trace.spans() <= MAX_SPANS_OF_TRACE).toList();
        List<TraceSummary> left = small.subList(0, fitting(small, MAX_SPANS, MAX_TRACES));
        boolean isCut = left.size() < small.size();
        List<TraceSample> read = new ArrayList<>();
        while (!left.isEmpty()) {
            int together = Math.max(1, fitting(left, MAX_SPANS_TOGETHER, MAX_TRACES));
            Optional<List<TraceSample>> next = System.nanoTime() - deadline < 0
                    ? reader.read(left.subList(0, together))
                    : Optional.empty();
            if (next.isEmpty()) {
                isCut = true;
                break;
            }
            read.addAll(next.get());
            left = left.subList(together, left.size());
        }
        return new TraceSamples(read, found.size() - read.size(), isCut);
    }

    /** How many of the first traces have so many spans together. */
    private static int fitting(List<TraceSummary> traces, int maxSpans, int maxTraces) {
        int fitting = 0;
        int spans = 0;
        while (fitting < Math.min(traces.size(), maxTraces) && spans + traces.get(fitting).spans() <= maxSpans) {
            spans += traces.get(fitting).spans();
            fitting++;
        }
        return fitting;
    }
}
