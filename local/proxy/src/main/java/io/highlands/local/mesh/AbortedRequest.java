// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;

import io.highlands.local.forward.Summary;

/** A request that a traffic fault answers in the place of the task's own process, which counts as its answer. */
final class AbortedRequest {

    /** As Envoy's own fault filter answers. */
    private static final String BODY = "fault filter abort";

    private AbortedRequest() {
    }

    static void answer(IngressEndpoint endpoint, HttpServerExchange exchange, boolean fromMesh, int status) {
        long startedAt = System.nanoTime();
        long startedAtMillis = System.currentTimeMillis();
        MeshHeaders.prepare(exchange.getRequestHeaders(), endpoint.timeouts(), fromMesh);
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
        MeshHeaders.answer(exchange.getResponseHeaders(), 0);
        if (endpoint.draining() || !exchange.isRequestComplete()) {
            exchange.setPersistent(false);
        }
        long nanos = System.nanoTime() - startedAt;
        endpoint.meter().answeredByApp(status, nanos);
        endpoint.finished(exchange, new Summary(startedAtMillis, nanos, status, false, 0, BODY.length(), nanos,
                endpoint.app(), 1));
        exchange.getResponseSender().send(BODY);
    }
}
