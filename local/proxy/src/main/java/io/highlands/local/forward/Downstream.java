// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import io.undertow.client.ClientRequest;
import io.undertow.client.ClientResponse;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.Protocols;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.StreamSinkConduit;

import io.highlands.local.http.RequestConduit;

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
        int status = head.getResponseCode();
        exchange.setStatusCode(status);
        HeaderMap headers = exchange.getResponseHeaders();
        HopByHop.copy(head.getResponseHeaders(), headers);
        policy.answer(headers, upstreamNanos);
        if (closing) {
            exchange.setPersistent(false);
        }
        if (Bodiless.is(exchange.getRequestMethod(), status)) {
            return Bodiless.begin(exchange);
        }
        if (!headers.contains(Headers.CONTENT_LENGTH) && exchange.isHttp11()) {
            headers.put(Headers.TRANSFER_ENCODING, "chunked");
        }
        return exchange.getResponseChannel();
    }

    /**
     * Passes an interim response on, before the answer (RFC 9110, 15.2): not to a client of HTTP/1.0, and no 100, which the
     * client was sent already if it expects one.
     */
    void interim(String head) {
        if (!exchange.isHttp11() || head.startsWith(" 100", "HTTP/1.1".length())) {
            return;
        }
        StreamSinkConduit sink = ((HttpServerConnection) exchange.getConnection()).getOriginalSinkConduit();
        ByteBuffer bytes = ByteBuffer.wrap(head.getBytes(StandardCharsets.ISO_8859_1));
        try {
            sink.write(bytes);
            if (!bytes.hasRemaining()) {
                return;
            }
        } catch (IOException e) {
            // The client has left: its connection is closed below.
        }
        IoUtils.safeClose(exchange.getConnection());
    }

    /** Sends an answer made here. */
    void answer(LocalAnswer answer, boolean closing) {
        if (body && RequestConduit.of(exchange).isBroken()) {
            Refusal.send(exchange, answer);
            return;
        }
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

    /** Gives a request without Host, as HTTP/1.0 allows, the one that HTTP/1.1 needs: the address that it came to. */
    void nameHost() {
        HeaderMap headers = exchange.getRequestHeaders();
        if (!headers.contains(Headers.HOST)) {
            InetSocketAddress address = exchange.getDestinationAddress();
            headers.put(Headers.HOST, address.getHostString() + ":" + address.getPort());
        }
    }

    /** Calls back, outside of reads and writes, when the request's body turns out to be unreadable. */
    void whenUnreadable(Runnable callback) {
        Runnable later = () -> exchange.getIoThread().execute(callback);
        RequestConduit conduit = RequestConduit.of(exchange);
        conduit.whenBroken(later);
        if (conduit.isBroken()) {
            later.run();
        }
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
