// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;

/** Traces made by hand: a request of service-b with a call within. */
final class Samples {

    static final long MILLI = 1_000_000;

    private Samples() {
    }

    static Span span(int id, int parent, boolean isFailed, long nanos, Map<String, String> attributes) {
        boolean isFirst = parent == 0;
        return new Span(new TraceId(1, 1), id, parent, isFirst, SpanSource.OTLP, "service-b",
                isFirst ? "GET /" : "call",
                isFirst ? SpanKind.SERVER : SpanKind.INTERNAL, id, nanos,
                isFailed ? SpanStatus.ERROR : SpanStatus.UNSET,
                isFirst ? "/" : "", "", isFirst ? isFailed ? 502 : 200 : 0, "", "", "", attributes);
    }

    /** A trace whose inner span has attributes. */
    static TraceSample trace(boolean isFailed, long nanos, Map<String, String> attributes) {
        Span first = span(1, 0, isFailed, nanos, Map.of());
        return TraceSample.of(first, List.of(first, span(2, 1, false, nanos / 2, attributes)));
    }

    /** Failed traces and others, of which so many each have an attribute. */
    static List<TraceSample> traces(String key, int failedWith, int failed, int othersWith, int others) {
        List<TraceSample> traces = new ArrayList<>();
        for (int i = 0; i < failed; i++) {
            traces.add(trace(true, MILLI, i < failedWith ? Map.of(key, "yes") : Map.of()));
        }
        for (int i = 0; i < others; i++) {
            traces.add(trace(false, MILLI, i < othersWith ? Map.of(key, "yes") : Map.of()));
        }
        return traces;
    }
}
