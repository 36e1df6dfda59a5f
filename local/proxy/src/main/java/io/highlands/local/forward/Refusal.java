// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;

import io.highlands.local.http.LastResponse;
import io.highlands.local.http.RequestConduit;

/** Answers past an exchange, which would first look for the end of its request, and ends the connection. */
final class Refusal {

    private Refusal() {
    }

    /** Refuses a request about which nobody has decided yet. */
    static void send(HttpServerExchange exchange, int status) {
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> write(exchange, status, "", ""));
    }

    /** Refuses a request whose response has not begun; called on the connection's thread, outside its handler. */
    static void send(HttpServerExchange exchange, LocalAnswer answer) {
        String server = exchange.getResponseHeaders().getFirst(Headers.SERVER);
        write(exchange, answer.status(), (server == null ? "" : "Server: " + server + "\r\n")
                + "Content-Type: " + answer.contentType() + "\r\n", answer.body());
    }

    private static void write(HttpServerExchange exchange, int status, String fields, String body) {
        LastResponse.send(exchange, RequestConduit.of(exchange), "HTTP/1.1 " + status + " "
                + StatusCodes.getReason(status) + "\r\n" + fields + "Content-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body);
    }
}
