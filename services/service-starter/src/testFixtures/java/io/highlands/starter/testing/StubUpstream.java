// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/**
 * A real upstream on a real socket, whose answer a test chooses and whose callers it can look at.
 */
public final class StubUpstream implements AutoCloseable {

    private final HttpServer server;
    private final List<Headers> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile HttpHandler answer;

    private StubUpstream() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** Starts one that answers 200 with this JSON. */
    public static StubUpstream answering(String json) throws IOException {
        return new StubUpstream().answer(200, "application/json", json);
    }

    /** From now on answers this. */
    public StubUpstream answer(int status, String type, String body, String... headers) {
        return handle(exchange -> send(exchange, status, type, body, headers));
    }

    /** From now on lets a handler answer. */
    public StubUpstream handle(HttpHandler handler) {
        answer = handler;
        return this;
    }

    /** From now on answers nothing until {@link #release}. */
    public StubUpstream hold(String json) {
        return handle(exchange -> {
            await();
            send(exchange, 200, "application/json", json);
        });
    }

    /** Lets every held request go. */
    public void release() {
        released.countDown();
    }

    /** Waits until the test ends, or {@link #release}. */
    public void await() {
        try {
            released.await(120, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes an answer. */
    public static void send(HttpExchange exchange, int status, String type, String body, String... headers)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Headers of every request so far. */
    public List<Headers> requests() {
        return requests;
    }

    /** How many requests it holds at this moment. */
    public int inFlight() {
        return inFlight.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestHeaders());
        inFlight.incrementAndGet();
        try {
            answer.handle(exchange);
        } finally {
            inFlight.decrementAndGet();
            exchange.close();
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }
}
