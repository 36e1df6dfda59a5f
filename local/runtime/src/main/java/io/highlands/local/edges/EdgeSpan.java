// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;

/**
 * What the edge view needs of a span, which is little: many are looked at at once.
 *
 * @param trace the trace that it belongs to
 * @param id its own id
 * @param parent its parent's id; 0 when it has none
 * @param localRoot whether it stands for a request that the service received; else it is a CLIENT span
 * @param startNanos when it began, by the clock of its own host
 * @param durationNanos how long it took
 * @param peer of a CLIENT span, whom it called
 * @param requestId the mesh's x-request-id; empty when it has none
 * @param httpStatus the answer's status; 0 without one
 * @param error whether the span was marked as failed
 */
public record EdgeSpan(TraceId trace, long id, long parent, boolean localRoot, long startNanos, long durationNanos,
        String peer, String requestId, int httpStatus, boolean error) {

    private static final double NANOS = 1_000_000;

    /**
     * Takes what is needed.
     *
     * @param span a local root or a CLIENT span
     * @return the same in short
     */
    public static EdgeSpan of(Span span) {
        return new EdgeSpan(span.trace(), span.id(), span.parent(),
                span.localRoot() && span.kind() != SpanKind.CLIENT, span.startNanos(), span.durationNanos(),
                span.peer(), span.requestId(), span.httpStatus(), span.status() == SpanStatus.ERROR);
    }

    /** Agents differ in whether a 4xx is an error, so that the status decides where there is one. */
    boolean failed() {
        return httpStatus == 0 ? error : httpStatus >= 500;
    }

    double millis() {
        return durationNanos / NANOS;
    }

    long endNanos() {
        return startNanos + durationNanos;
    }
}
