// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.nio.charset.StandardCharsets;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;

/**
 * Reads the body of each request before the request is handled, so that one that is too large (413) or unreadable is refused whatever
 * its handler does with it.
 */
public final class ReceivedBody {

    private static final AttachmentKey<byte[]> BODY = AttachmentKey.create(byte[].class);
    private static final byte[] NONE = {};

    private ReceivedBody() {
    }

    /**
     * {@return the body of a request; empty where it has none}
     *
     * @param exchange the request
     */
    public static byte[] of(HttpServerExchange exchange) {
        byte[] body = exchange.getAttachment(BODY);
        return body == null ? NONE : body;
    }

    /**
     * {@return a handler of requests whose bodies are read}
     *
     * @param limit the largest body, in bytes
     * @param next handles them
     */
    static HttpHandler before(int limit, HttpHandler next) {
        return exchange -> {
            if (exchange.isRequestComplete()) {
                next.handleRequest(exchange);
                return;
            }
            BoundedBody.receive(exchange, limit, BodyMemory.unbounded().share(), body -> {
                exchange.putAttachment(BODY, body);
                IoThread.answer(exchange, next);
            }, refused -> refuse(exchange, refused.getMessage()));
        };
    }

    private static void refuse(HttpServerExchange exchange, String why) {
        exchange.setStatusCode(413);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
        exchange.getResponseSender().send(why + "\n", StandardCharsets.UTF_8);
    }
}
