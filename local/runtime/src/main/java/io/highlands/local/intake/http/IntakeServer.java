// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.http;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.util.Headers;

import io.highlands.local.http.IoThread;
import io.highlands.local.intake.wire.MalformedException;

/** Serves a protocol on 127.0.0.1, to this machine's programs and to no web page. */
public final class IntakeServer implements AutoCloseable {

    /** The largest body, as sent and as inflated. Agents send at most 5 MiB (Datadog's tracer) or 512 spans. */
    public static final int BODY_BYTES = 10 << 20;

    private static final int HEADER_BYTES = 64 * 1024;
    private static final int IDLE_MILLIS = 75_000;
    private static final int HEADER_MILLIS = 10_000;
    /** As many as a small machine has cores: what is read of a body takes a multiple of its bytes for a moment. */
    private static final int AT_ONCE = 2;
    private static final String RETRY_AFTER_SECONDS = "1";

    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Protocol protocol;
    private final Room room;
    private final Undertow server;

    /**
     * Starts listening.
     *
     * @param port on 127.0.0.1; 0 for any that is free
     * @param protocol what answers
     * @param room the memory for bodies
     * @throws RuntimeException when the port is taken; its cause is a {@link java.net.BindException}
     */
    public IntakeServer(int port, Protocol protocol, Room room) {
        this.protocol = protocol;
        this.room = room;
        this.server = Undertow.builder()
                .addHttpListener(port, "127.0.0.1")
                .setIoThreads(1)
                .setWorkerThreads(1)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, HEADER_BYTES)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, HEADER_MILLIS)
                .setServerOption(UndertowOptions.IDLE_TIMEOUT, IDLE_MILLIS)
                .setHandler(new PageGuard(new HttpContinueReadHandler((HttpHandler) this::receive)))
                .build();
        server.start();
    }

    /** {@return the port on 127.0.0.1} */
    public int port() {
        return ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
    }

    static Refusal tooLarge() {
        return new Refusal(413, "the body is larger than " + BODY_BYTES + " bytes");
    }

    private void receive(HttpServerExchange exchange) {
        Room.Share share = room.share();
        exchange.addExchangeCompleteListener((done, next) -> {
            share.close();
            next.proceed();
        });
        new Body(share, body -> exchange.dispatch(calls, () -> answer(exchange, request(exchange, body, share))),
                refusal -> send(exchange, protocol.refuse(request(exchange, new byte[0], share), refusal)))
                .take(exchange);
    }

    private static Request request(HttpServerExchange exchange, byte[] body, Room.Share share) {
        return new Request(exchange.getRequestMethod().toString(), exchange.getRequestPath(),
                exchange.getRequestHeaders()::getFirst, body, share);
    }

    private void answer(HttpServerExchange exchange, Request request) {
        try {
            turns.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            IoThread.giveUp(exchange, 503);
            return;
        }
        try {
            Answer answer = answered(request);
            IoThread.answer(exchange, same -> send(same, answer));
        } catch (RuntimeException | Error failed) {
            // Even without memory left the sender learns that there is no answer.
            IoThread.giveUp(exchange, 500);
            throw failed;
        } finally {
            turns.release();
        }
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
        server.stop();
        calls.shutdownNow();
        calls.close();
    }
}
