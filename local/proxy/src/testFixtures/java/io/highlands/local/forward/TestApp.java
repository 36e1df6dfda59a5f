// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** A real HTTP server of the JDK, in the place of a service. */
public final class TestApp implements AutoCloseable {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Headers> requests = new CopyOnWriteArrayList<>();

    private TestApp(HttpServer server) {
        this.server = server;
    }

    public static TestApp on(String address, int port, HttpHandler handler) throws IOException {
        TestApp app = new TestApp(HttpServer.create(new InetSocketAddress(address, port), 100));
        app.server.createContext("/", exchange -> {
            app.requests.add(exchange.getRequestHeaders());
            try (exchange) {
                handler.handle(exchange);
            }
        });
        app.server.setExecutor(app.threads);
        app.server.start();
        return app;
    }

    /** A handler that answers with a status and a body. */
    public static HttpHandler answer(int status, String body) {
        return exchange -> send(exchange, status, body);
    }

    public static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** {@return the headers of all requests so far} */
    public List<Headers> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
