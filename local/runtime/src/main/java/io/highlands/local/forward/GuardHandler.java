// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;

/** Refuses what must not be passed on before anybody decides about it: requests of uncertain length, tunnels. */
final class GuardHandler implements HttpHandler {

    private final HttpHandler next;

    GuardHandler(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!Framing.certain(exchange) || !printable(exchange.getRequestMethod())) {
            refuse(exchange, StatusCodes.BAD_REQUEST);
        } else if (exchange.getRequestMethod().equals(Methods.CONNECT)) {
            refuse(exchange, StatusCodes.METHOD_NOT_ALLOWED);
        } else {
            next.handleRequest(exchange);
        }
    }

    private static boolean printable(HttpString method) {
        for (int i = 0; i < method.length(); i++) {
            byte letter = method.byteAt(i);
            if (letter <= ' ' || letter == 127) {
                return false;
            }
        }
        return method.length() > 0;
    }

    private static void refuse(HttpServerExchange exchange, int status) {
        exchange.setStatusCode(status);
        exchange.setPersistent(false);
        exchange.getResponseHeaders().put(Headers.CONNECTION, "close");
        exchange.endExchange();
    }
}
