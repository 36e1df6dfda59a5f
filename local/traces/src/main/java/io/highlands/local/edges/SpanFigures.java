// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.util.Arrays;
import java.util.Collection;

import io.highlands.local.edges.join.CallSpan;

/**
 * What the spans of one side say of an edge. They are those of the sampled traces only.
 *
 * @param calls how many there are
 * @param failed those that ended with a 5xx or without an answer
 * @param refused those that ended with a 4xx
 * @param meanMillis mean time; NaN without any
 * @param p99Millis 99th percentile of the time; NaN without any
 * @param longestMillis the longest time; NaN without any
 */
public record SpanFigures(long calls, long failed, long refused, double meanMillis, double p99Millis,
        double longestMillis) {

    static SpanFigures of(Collection<CallSpan> spans) {
        double[] millis = spans.stream().mapToDouble(CallSpan::millis).sorted().toArray();
        if (millis.length == 0) {
            return new SpanFigures(0, 0, 0, Double.NaN, Double.NaN, Double.NaN);
        }
        return new SpanFigures(millis.length, spans.stream().filter(CallSpan::failed).count(),
                spans.stream().filter(span -> span.httpStatus() >= 400 && span.httpStatus() < 500).count(),
                Arrays.stream(millis).average().orElseThrow(),
                millis[(int) Math.ceil(0.99 * millis.length) - 1], millis[millis.length - 1]);
    }
}
