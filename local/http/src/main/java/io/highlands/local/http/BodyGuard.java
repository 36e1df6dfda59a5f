// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.util.function.Function;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.SameThreadExecutor;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/**
 * Responds with 400 to a body that cannot be read, or whose end is not certain, and closes the connection (RFC 9112, 6.3, 7.1 and 9.6). Undertow would log a
 * stack trace of some of them, and close all without a response.
 */
final class BodyGuard implements HttpHandler {

    private static final String CHUNKS = "the chunks of the body cannot be read\n";
    private static final String LENGTH = "the end of the body is not certain; allowed: one Content-Length in digits, or "
            + "one Transfer-Encoding, chunked\n";

    private final Function<StreamConnection, RequestConduit> conduits;
    private final HttpHandler next;

    /**
     * @param conduits what follows the bytes of a connection
     * @param next handles requests
     */
    BodyGuard(Function<StreamConnection, RequestConduit> conduits, HttpHandler next) {
        this.conduits = conduits;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        RequestConduit conduit = conduits.apply(((HttpServerConnection) exchange.getConnection()).getChannel());
        conduit.handles(exchange);
        if (!Framing.certain(exchange)) {
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> refuse(exchange, conduit, LENGTH));
            return;
        }
        if (conduit.isBroken()) {
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> refuse(exchange, conduit, CHUNKS));
            return;
        }
        if (!exchange.isRequestComplete()) {
            conduit.whenBroken(() -> exchange.getIoThread().execute(() -> refuse(exchange, conduit, CHUNKS)));
        }
        next.handleRequest(exchange);
    }

    private static void refuse(HttpServerExchange exchange, RequestConduit conduit, String why) {
        if (exchange.isResponseStarted()) {
            IoUtils.safeClose(exchange.getConnection());
        } else {
            LastResponse.send(exchange, conduit,
                    "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: "
                            + why.length() + "\r\nConnection: close\r\n\r\n" + why);
        }
    }
}
