// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A service as the platform's are: healthy while it takes traffic, unhealthy when told to stop, and still serving for a
 * while after that. {@code /ask?URL} answers what it got from there, {@code /variable?NAME} what its environment says.
 */
final class HttpApp {

    private static final int DRAIN_MILLIS = 300;

    private HttpApp() {
    }

    public static void main(String[] arguments) throws IOException {
        String[] address = System.getenv("BIND_ADDRESS").split(":");
        HttpServer server = HttpServer.create(new InetSocketAddress(address[0], Integer.parseInt(address[1])), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        AtomicBoolean draining = new AtomicBoolean();
        HttpClient client = HttpClient.newHttpClient();
        server.createContext("/health", exchange -> answer(exchange, draining.get() ? 503 : 200, "health"));
        server.createContext("/ask", exchange -> ask(client, exchange));
        server.createContext("/variable",
                exchange -> answer(exchange, 200, System.getenv(exchange.getRequestURI().getQuery())));
        server.createContext("/", exchange -> answer(exchange, 200, System.getenv("HIGHLANDS_SERVICE")));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            draining.set(true);
            try {
                Thread.sleep(DRAIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            server.stop(1);
        }));
        server.start();
        System.out.println("serving");
    }

    private static void ask(HttpClient client, HttpExchange exchange) throws IOException {
        try {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(exchange.getRequestURI().getQuery())).build(),
                    HttpResponse.BodyHandlers.ofString());
            answer(exchange, response.statusCode(), response.body());
        } catch (IOException e) {
            answer(exchange, 502, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }
}
