// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.util.Set;

import io.undertow.client.ClientRequest;
import io.undertow.client.ClientResponse;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.Protocols;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.channels.StreamSourceChannel;

/** The client's side of one request: what it asks, and the answer that it is sent. */
final class Downstream {

    private static final Set<HttpString> IDEMPOTENT = Set.of(Methods.GET, Methods.HEAD, Methods.PUT, Methods.DELETE,
            Methods.OPTIONS, Methods.TRACE);
    private static final long DRAIN_MILLIS = 5_000;

    private final HttpServerExchange exchange;
    private final boolean body;

    Downstream(HttpServerExchange exchange) {
        this.exchange = exchange;
        this.body = !exchange.isRequestComplete();
    }

    boolean hasBody() {
        return body;
    }

    boolean idempotent() {
        return IDEMPOTENT.contains(exchange.getRequestMethod());
    }

    long announcedLength() {
        return exchange.getRequestContentLength();
    }

    HeaderMap requestHeaders() {
        return exchange.getRequestHeaders();
    }

    StreamSourceChannel requestBody() {
        return exchange.getRequestChannel();
    }

    ByteBufferPool buffers() {
        return exchange.getConnection().getByteBufferPool();
    }

    int status() {
        return exchange.getStatusCode();
    }

    /** {@return the request as it is sent on} */
    ClientRequest request() {
        ClientRequest request = new ClientRequest().setMethod(exchange.getRequestMethod())
                .setProtocol(Protocols.HTTP_1_1).setPath(RequestTarget.of(exchange));
        HeaderMap headers = request.getRequestHeaders();
        HopByHop.copy(exchange.getRequestHeaders(), headers);
        if (body && !headers.contains(Headers.CONTENT_LENGTH)) {
            headers.put(Headers.TRANSFER_ENCODING, "chunked");
        }
        return request;
    }

    /** Begins to pass an answer on, and returns where its body goes. */
    StreamSinkChannel begin(ClientResponse head, Policy policy, long upstreamNanos, boolean closing) {
        exchange.setStatusCode(head.getResponseCode());
        HeaderMap headers = exchange.getResponseHeaders();
        HopByHop.copy(head.getResponseHeaders(), headers);
        policy.answer(headers, upstreamNanos);
        if (closing) {
            exchange.setPersistent(false);
        }
        if (!headers.contains(Headers.CONTENT_LENGTH) && exchange.isHttp11()) {
            headers.put(Headers.TRANSFER_ENCODING, "chunked");
        }
        return exchange.getResponseChannel();
    }

    /** Sends an answer made here. */
    void answer(LocalAnswer answer, boolean closing) {
        exchange.setStatusCode(answer.status());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answer.contentType());
        boolean unread = !exchange.isRequestComplete();
        if (closing || unread) {
            exchange.setPersistent(false);
        }
        if (unread) {
            endUnread();
        }
        exchange.getResponseSender().send(answer.body());
    }

    /** Ends the exchange after its answer; what is left of the request is not waited for. */
    void end(boolean unread) {
        if (unread) {
            endUnread();
        }
        exchange.endExchange();
    }

    /** A body that nobody reads any more must not hold the connection for long. */
    private void endUnread() {
        Timers.after(exchange.getIoThread(), DRAIN_MILLIS, () -> {
            if (!exchange.isComplete()) {
                IoUtils.safeClose(exchange.getConnection());
            }
        });
    }
}
