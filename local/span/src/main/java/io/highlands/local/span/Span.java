// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.span;

import java.util.Map;

/**
 * A span. Absent texts are empty, an absent number is 0. What is named here is not among the attributes too.
 *
 * @param trace the trace that it belongs to
 * @param id its own id, unsigned; never 0
 * @param parent its parent's id; 0 when it has none
 * @param localRoot whether it is the first span of its trace in its process: a request that a service received is counted
 *            by it, because an agent may make several SERVER spans per hop
 * @param source the protocol that it came in
 * @param service service.name
 * @param name the span's name, for example {@code GET /route}
 * @param kind the kind
 * @param startNanos when it began, in nanoseconds since 1970, UTC
 * @param durationNanos how long it took, in nanoseconds; never negative
 * @param status how it went
 * @param route http.route, for example {@code /route}
 * @param method http.request.method
 * @param httpStatus http.response.status_code
 * @param requestId the mesh's x-request-id, which access log and log lines have too
 * @param peer server.address, of a CLIENT span the name that was called, for example {@code service-a}
 * @param error error.type or the exception's message
 * @param attributes everything else, by OpenTelemetry's names where one exists, values as text
 */
public record Span(TraceId trace, long id, long parent, boolean localRoot, SpanSource source, String service,
        String name, SpanKind kind, long startNanos, long durationNanos, SpanStatus status, String route, String method,
        int httpStatus, String requestId, String peer, String error, Map<String, String> attributes) {

    /** Keeps the attributes as they are now. */
    public Span {
        attributes = Map.copyOf(attributes);
    }

    /**
     * The same span with other attributes.
     *
     * @param others the attributes
     * @return the span
     */
    public Span with(Map<String, String> others) {
        return new Span(trace, id, parent, localRoot, source, service, name, kind, startNanos, durationNanos, status,
                route, method, httpStatus, requestId, peer, error, others);
    }

    /**
     * When it ended.
     *
     * @return nanoseconds since 1970, UTC
     */
    public long endNanos() {
        return startNanos + durationNanos;
    }
}
