// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.util.concurrent.TimeUnit;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;

import io.highlands.local.forward.RequestTarget;
import io.highlands.local.forward.Summary;

/**
 * A line of an access log before it is written: what is known when a request is over.
 *
 * @param log where the line goes
 * @param summary what the request came to
 * @param method the method
 * @param path the path, with its query if the log wants it
 * @param protocol the protocol of the client
 * @param forwardedFor X-Forwarded-For, or null
 * @param userAgent User-Agent, or null
 * @param requestId the request's id, or null
 * @param authority the Host header, or null
 */
record AccessEntry(AccessLog log, Summary summary, String method, String path, String protocol, String forwardedFor,
        String userAgent, String requestId, String authority) {

    static AccessEntry of(AccessLog log, HttpServerExchange exchange, Summary summary) {
        HeaderMap headers = exchange.getRequestHeaders();
        String path = log.query() ? RequestTarget.of(exchange) : RequestTarget.path(exchange);
        return new AccessEntry(log, summary, exchange.getRequestMethod().toString(), path,
                exchange.getProtocol().toString(), headers.getFirst(MeshHeaders.FORWARDED_FOR),
                headers.getFirst(Headers.USER_AGENT), headers.getFirst(MeshHeaders.REQUEST_ID),
                headers.getFirst(Headers.HOST));
    }

    /** Appends the line as JSON. */
    void appendTo(JsonLine line) {
        line.begin()
                .time("start_time", summary.startedAtMillis())
                .text("method", method)
                .text("path", path)
                .text("protocol", protocol)
                .number("response_code", summary.status())
                .number("bytes_received", summary.bytesReceived())
                .number("bytes_sent", summary.bytesSent())
                .number("duration_ms", TimeUnit.NANOSECONDS.toMillis(summary.durationNanos()))
                .text("upstream_service_time", upstreamServiceTime())
                .text("forwarded_for", forwardedFor)
                .text("user_agent", userAgent)
                .text("request_id", requestId)
                .text("authority", authority)
                .text("upstream_host", summary.route() == null ? null : summary.route().label())
                .end();
    }

    private String upstreamServiceTime() {
        return summary.upstreamNanos() < 0
                ? null
                : Long.toString(TimeUnit.NANOSECONDS.toMillis(summary.upstreamNanos()));
    }
}
