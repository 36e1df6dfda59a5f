// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.nio.charset.StandardCharsets;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;

/**
 * Reads the body of each request before the request is handled, so that one that is too large (413) or unreadable is refused whatever
 * its handler does with it. All bodies of a server share memory; where it is used up, a request is responded to with 503. Who may send
 * a request is asked before: the body of one that is refused takes no memory.
 */
public final class ReceivedBody {

    private static final AttachmentKey<byte[]> BODY = AttachmentKey.create(byte[].class);
    private static final byte[] NONE = {};
    /** How many of the largest bodies there is memory for at a time. */
    private static final int AT_ONCE = 64;

    private final int limit;
    private final BodyMemory memory;

    /**
     * Bodies of one server.
     *
     * @param limit the largest body, in bytes
     */
    public ReceivedBody(int limit) {
        this.limit = limit;
        this.memory = new BodyMemory((long) limit * AT_ONCE);
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
     * {@return a handler that reads the body of a request, and asks for it where the client waits (RFC 9110, 10.1.1)}
     *
     * @param next handles the request then, on its connection's thread
     */
    public HttpHandler before(HttpHandler next) {
        return new HttpContinueReadHandler(exchange -> {
            if (exchange.isRequestComplete()) {
                next.handleRequest(exchange);
                return;
            }
            BodyMemory.Share share = memory.share();
            exchange.addExchangeCompleteListener((done, following) -> {
                share.close();
                following.proceed();
            });
            BoundedBody.receive(exchange, limit, share, body -> {
                exchange.putAttachment(BODY, body);
                IoThread.answer(exchange, next);
            }, refused -> refuse(exchange, refused));
        });
    }

    private static void refuse(HttpServerExchange exchange, BodyException refused) {
        exchange.setStatusCode(refused.reason() == BodyException.Reason.NO_MEMORY ? 503 : 413);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
        exchange.getResponseSender().send(refused.getMessage() + "\n", StandardCharsets.UTF_8);
    }
}
