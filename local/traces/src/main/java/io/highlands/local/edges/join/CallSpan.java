// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges.join;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;

/**
 * What the join needs of a span that made or received a request. It is small, as tens of thousands are held at once.
 *
 * @param trace the trace that it belongs to
 * @param id its own id
 * @param parent its parent's id; 0 when it has none
 * @param service the service
 * @param received whether it is the local root of a request that the service received; otherwise it is a CLIENT span
 * @param startNanos when it began, in nanoseconds since 1970, by the clock of its own host
 * @param durationNanos how long it took
 * @param peer of a CLIENT span the name that it called; empty when it is not known
 * @param requestId the mesh's x-request-id; empty when it has none
 * @param httpStatus the status of the response; 0 without one
 * @param error whether the span was marked as failed
 */
public record CallSpan(TraceId trace, long id, long parent, String service, boolean received, long startNanos,
        long durationNanos, String peer, String requestId, int httpStatus, boolean error) {

    private static final double NANOS = 1_000_000;

    /**
     * Takes what is needed.
     *
     * @param span a span for which {@link #isCall} holds
     * @return the same in short
     */
    public static CallSpan of(Span span) {
        return new CallSpan(span.trace(), span.id(), span.parent(), span.service(), span.kind() != SpanKind.CLIENT,
                span.startNanos(), span.durationNanos(), span.peer(), span.requestId(), span.httpStatus(),
                span.status() == SpanStatus.ERROR);
    }

    /**
     * Whether a span made or received a request.
     *
     * @param span any span
     * @return whether it is a CLIENT span, or a local root of kind SERVER
     */
    public static boolean isCall(Span span) {
        return span.kind() == SpanKind.CLIENT || span.localRoot() && span.kind() == SpanKind.SERVER;
    }

    /** {@return whether it failed: agents differ in whether a 4xx is an error, so that the status decides if there is one} */
    public boolean failed() {
        return httpStatus == 0 ? error : httpStatus >= 500;
    }

    /** {@return how long it took, in milliseconds} */
    public double millis() {
        return durationNanos / NANOS;
    }

    /** {@return when it ended, in nanoseconds since 1970} */
    public long endNanos() {
        return startNanos + durationNanos;
    }
}
