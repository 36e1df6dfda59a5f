// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;

import io.highlands.local.http.Framing;
import io.highlands.local.http.RequestConduit;

/** Refuses what must not be passed on before anybody decides about it: requests of uncertain length, tunnels. */
final class GuardHandler implements HttpHandler {

    private final HttpHandler next;
    private final ConnectionGate gate;

    GuardHandler(HttpHandler next, ConnectionGate gate) {
        this.next = next;
        this.gate = gate;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        ResponseWatch.handles(exchange);
        String marks = RequestConduit.of(exchange).handles(exchange);
        if (marks != null) {
            RequestTarget.lost(exchange, marks);
        }
        if (!Framing.certain(exchange) || !visible(exchange.getRequestURI()) || !visible(exchange.getQueryString())) {
            refuse(exchange, StatusCodes.BAD_REQUEST);
        } else if (exchange.getRequestMethod().equals(Methods.CONNECT)) {
            refuse(exchange, StatusCodes.METHOD_NOT_ALLOWED);
        } else {
            ConnectionFields.decide(exchange);
            if (!exchange.isHttp11()) {
                endWithoutLength(exchange);
            }
            next.handleRequest(exchange);
        }
    }

    /** A request has no body unless it says so (RFC 9112, 6.3); the server would read one of HTTP/1.0 to the end. */
    private static void endWithoutLength(HttpServerExchange exchange) {
        if (!exchange.isRequestComplete() && !exchange.getRequestHeaders().contains(Headers.CONTENT_LENGTH)) {
            Connectors.terminateRequest(exchange);
        }
    }

    private static boolean visible(String target) {
        for (int i = 0; i < target.length(); i++) {
            char letter = target.charAt(i);
            if (letter <= ' ' || letter == 127) {
                return false;
            }
        }
        return true;
    }

    private void refuse(HttpServerExchange exchange, int status) {
        gate.refused(status);
        Refusal.send(exchange, status);
    }
}
