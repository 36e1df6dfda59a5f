// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import com.sun.net.httpserver.HttpHandler;

import io.highlands.local.forward.Origin;
import io.highlands.local.forward.TestApp;

/** A load balancer with one target group, b, and a client of it. */
final class BalancerKit implements AutoCloseable {

    static final Target ONE = new Target("one", "127.77.252.1", 3000);
    static final Target TWO = new Target("two", "127.77.253.1", 3000);
    private static final String SOURCE = "127.77.254.1";

    final LoadBalancer balancer;
    private final HttpClient http = HttpClient.newHttpClient();

    BalancerKit() {
        this(Duration.ofSeconds(60));
    }

    BalancerKit(Duration idleTimeout) {
        balancer = balancer(idleTimeout);
    }

    private static LoadBalancer balancer(Duration idleTimeout) {
        BalancerOptions options = new BalancerOptions("test", "127.0.0.1", Origin.at(SOURCE), idleTimeout,
                Duration.ofSeconds(2),
                false, Duration.ofMillis(20), 1L << 20);
        TargetGroupOptions group = new TargetGroupOptions("b", "service-b", "/health", 0, Duration.ofMillis(50),
                Duration.ofSeconds(2), 2, 2, "200", Duration.ofSeconds(5));
        Listener listener = new Listener(0,
                List.of(new Rule(2, List.of("/", "/time"), new Action.Forward("b")),
                        new Rule(1, List.of("/old*"),
                                new Action.Redirect(301, "HTTPS", "#{host}", "443", "/new/#{path}", "#{query}"))),
                new Action.FixedResponse(404, "text/plain", "Not Found"));
        return new LoadBalancer(options, List.of(group), List.of(listener));
    }

    /** A target that is healthy already. */
    TestApp healthy(Target target, HttpHandler handler) throws Exception {
        return healthy(target, handler, new AtomicBoolean());
    }

    /** A target that is healthy already, until it is sick. */
    TestApp healthy(Target target, HttpHandler handler, AtomicBoolean sick) throws Exception {
        TestApp app = TestApp.on(target.address(), target.port(), exchange -> {
            if (exchange.getRequestURI().getPath().equals("/health")) {
                TestApp.send(exchange, sick.get() ? 500 : 200, "");
            } else {
                handler.handle(exchange);
            }
        });
        group().register(target);
        group().whenHealthy(target.taskId()).get(20, TimeUnit.SECONDS);
        return app;
    }

    TargetGroup group() {
        return balancer.targetGroup("b");
    }

    TargetGroupCounters counters() {
        return balancer.counters().targetGroups().getFirst();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> getLater(String path) {
        return http.sendAsync(request(path), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + balancer.port(0) + path)).build();
    }

    @Override
    public void close() {
        balancer.close();
        http.shutdownNow();
    }
}
