// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

/**
 * A span: an entry of the response to {@code GET /trace}.
 *
 * @param id its id, 16 hexadecimal digits
 * @param parent the id of its parent; empty for the first span of a trace
 * @param service the service that made it
 * @param name its name
 * @param kind OpenTelemetry's kind, such as {@code SERVER} or {@code CLIENT}
 * @param localRoot whether it is the first span of its process in this trace
 * @param source the protocol by which it came: {@code DATADOG} or {@code OTLP}
 * @param route OpenTelemetry's {@code http.route}; empty when there is none
 * @param httpStatus the status of the HTTP response; 0 when there is none
 * @param peer the service that it calls; empty when it calls none
 * @param requestId the mesh's {@code x-request-id}; empty when it is not known
 * @param startNanos when it began, in nanoseconds since 1970-01-01T00:00:00Z
 * @param durationNanos how long it took, in nanoseconds
 * @param status OpenTelemetry's status: {@code UNSET}, {@code OK} or {@code ERROR}
 * @param error the error's type or message; empty when there is none
 */
public record SpanEntry(String id, String parent, String service, String name, String kind, boolean localRoot,
        String source, String route, int httpStatus, String peer, String requestId, long startNanos,
        long durationNanos, String status, String error) {}
