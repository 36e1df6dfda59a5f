// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A service started in this JVM on free ports, and asked over real HTTP.
 */
public final class RunningService implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts the application with these properties, such as {@code highlands.drain=0s}. */
    public static RunningService start(Class<?> application, String... properties) {
        Map<String, String> all = new HashMap<>(
                Map.of("BIND_ADDRESS", "127.0.0.1:0", "management.server.port", "0", "highlands.drain", "0s"));
        for (String property : properties) {
            String[] pair = property.split("=", 2);
            all.put(pair[0], pair[1]);
        }
        String[] args = all.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new);
        return new RunningService(new SpringApplicationBuilder(application).run(args));
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public String url() {
        return "http://127.0.0.1:" + port("local.server.port");
    }

    /** A port by the property that Boot publishes it under. */
    public int port(String property) {
        return context.getEnvironment().getRequiredProperty(property, Integer.class);
    }

    /** Asks, with headers given as name, value, name, value. */
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    /** Asks with any method. */
    public HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        return HTTP.send(request(method, path, headers), HttpResponse.BodyHandlers.ofString());
    }

    /** Asks without waiting. */
    public CompletableFuture<HttpResponse<String>> getLater(String path) {
        return HTTP.sendAsync(request("GET", path), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url() + path)).method(method,
                HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return builder.build();
    }

    @Override
    public void close() {
        context.close();
    }
}
