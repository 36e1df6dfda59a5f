// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.http;

import java.nio.ByteBuffer;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.util.Headers;

import io.highlands.local.http.BodyMemory;
import io.highlands.local.http.BoundedBody;
import io.highlands.local.http.BoundedCalls;
import io.highlands.local.http.LoopbackServer;
import io.highlands.local.http.OriginGuard;
import io.highlands.local.intake.wire.MalformedException;

/** Serves a protocol on 127.0.0.1, to this machine's programs and to no web page. */
public final class IntakeServer implements AutoCloseable {

    /** The largest body, as sent and as inflated. Agents send at most 5 MiB (Datadog's tracer) or 512 spans. */
    public static final int BODY_BYTES = 10 << 20;

    /** As many as a small machine has cores: what is read of a body takes a multiple of its bytes for a moment. */
    private static final int MAX_CONCURRENT = 2;
    private static final String RETRY_AFTER_SECONDS = "1";

    private final Protocol protocol;
    private final BodyMemory memory;
    private final LoopbackServer server;

    /**
     * Starts listening.
     *
     * @param port on 127.0.0.1; 0 for any that is free
     * @param protocol what answers
     * @param memory the memory for bodies
     * @throws io.highlands.local.error.PortTakenException when the port is taken
     */
    public IntakeServer(int port, Protocol protocol, BodyMemory memory) {
        this.protocol = protocol;
        this.memory = memory;
        this.server = new LoopbackServer(LoopbackServer.Options.of(port), (threads, bound) -> {
            BoundedCalls calls = new BoundedCalls(threads, MAX_CONCURRENT);
            HttpHandler handler = exchange -> receive(exchange, calls);
            return OriginGuard.programs().before(new HttpContinueReadHandler(handler));
        });
    }

    /** {@return the port on 127.0.0.1} */
    public int port() {
        return server.port();
    }

    private void receive(HttpServerExchange exchange, BoundedCalls calls) {
        BodyMemory.Share share = memory.share();
        exchange.addExchangeCompleteListener((done, next) -> {
            share.close();
            next.proceed();
        });
        BoundedBody.receive(exchange, BODY_BYTES, share, body -> {
            Request request = request(exchange, body, share);
            calls.handle(exchange, () -> answered(request), IntakeServer::send);
        }, refused -> send(exchange, protocol.refuse(request(exchange, new byte[0], share), Refusal.of(refused))));
    }

    private static Request request(HttpServerExchange exchange, byte[] body, BodyMemory.Share share) {
        return new Request(exchange.getRequestMethod().toString(), exchange.getRequestPath(),
                exchange.getRequestHeaders()::getFirst, body, share);
    }

    private Answer answered(Request request) {
        try {
            return protocol.answer(request);
        } catch (Refusal refusal) {
            return protocol.refuse(request, refusal);
        } catch (MalformedException malformed) {
            return protocol.refuse(request, new Refusal(400, malformed.getMessage()));
        }
    }

    private static void send(HttpServerExchange exchange, Answer answer) {
        exchange.setStatusCode(answer.status());
        if (answer.status() == 429 || answer.status() == 503) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answer.type());
        exchange.getResponseSender().send(ByteBuffer.wrap(answer.body()));
    }

    /** Stops listening; what is being answered is given up. */
    @Override
    public void close() {
        server.close();
    }
}
