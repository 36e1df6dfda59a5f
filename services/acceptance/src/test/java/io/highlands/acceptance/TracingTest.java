// SPDX-License-Identifier: Apache-2.0
package io.highlands.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.highlands.starter.testing.Eventually;
import io.highlands.starter.testing.StubUpstream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Service B with each real agent, played upstreams, and a receiver where the Datadog agent would be.
 */
class TracingTest {

    private static final String OUTSIDE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-" + OUTSIDE + "-b7ad6b7169203331-01";

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private HttpServer agent;

    @BeforeEach
    void start() throws IOException {
        agent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        agent.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            synchronized (received) {
                received.write(body);
            }
            byte[] answer = answer(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type",
                    answer.length == 0 ? "application/x-protobuf" : "application/json");
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        agent.start();
    }

    @AfterEach
    void stop() {
        agent.stop(0);
    }

    @Test
    void datadog() throws Exception {
        assertTraced(Map.of("TRACING_AGENT", "datadog", "DD_TRACE_AGENT_URL", url()));
    }

    @Test
    void opentelemetry() throws Exception {
        assertTraced(Map.of("TRACING_AGENT", "opentelemetry", "OTEL_EXPORTER_OTLP_ENDPOINT", url(),
                "OTEL_BSP_SCHEDULE_DELAY", "200"));
    }

    private void assertTraced(Map<String, String> variables) throws Exception {
        Map<String, String> all = new java.util.HashMap<>(variables);
        all.put("DD_TRACING_ENABLED", "true");
        try (StubUpstream a = StubUpstream.answering("{\"key_one\":\"1\",\"key_two\":\"2\"}");
                StubUpstream c = StubUpstream.answering("{\"key_time\":\"now\"}")) {
            all.put("SERVICE_A_URL", a.url());
            all.put("SERVICE_C_URL", c.url());
            assertTraced(all, a, c);
        }
    }

    private void assertTraced(Map<String, String> variables, StubUpstream a, StubUpstream c) throws Exception {
        try (Task task = Task.start("service-b", variables).awaitHealthy()) {
            task.get("/", "x-request-id", "traced-in-the-mesh", "traceparent", PARENT, "baggage", "a=b");
            task.get("/", "x-request-id", "traced-from-outside", "traceparent", PARENT, "x-amzn-trace-id",
                    "Root=1");

            assertThat(traceOf(task, "traced-in-the-mesh")).isEqualTo(OUTSIDE);
            assertThat(traceOf(task, "traced-from-outside")).isNotEqualTo(OUTSIDE).matches("[0-9a-f]{32}");
            for (StubUpstream upstream : List.of(a, c)) {
                assertThat(upstream.requests()).hasSize(2).allSatisfy(headers -> assertThat(headers.keySet())
                        .contains("Traceparent").doesNotContain("Baggage", "X-datadog-sampling-priority"));
                assertThat(upstream.requests().getFirst().getFirst("traceparent")).contains(OUTSIDE);
                assertThat(upstream.requests().getLast().getFirst("traceparent")).doesNotContain(OUTSIDE)
                        .contains(traceOf(task, "traced-from-outside"));
            }
            Eventually.await("spans with the request's id", () -> receivedText().contains("traced-in-the-mesh")
                    && receivedText().contains("traced-from-outside"));
            assertThat(receivedText()).contains("http.request.header.x-request-id", "service-b");
            assertThat(task.log()).allSatisfy(line -> assertThat(line.has("message")).isTrue());
        }
    }

    private static String traceOf(Task task, String requestId) throws Exception {
        Eventually.await("the line of " + requestId, () -> task.log().stream().anyMatch(l -> is(l, requestId)));
        JsonNode line = task.log().stream().filter(l -> is(l, requestId)).findFirst().orElseThrow();
        assertThat(line.get("span_id").asString()).matches("[0-9a-f]{16}");
        return line.get("trace_id").asString();
    }

    private static boolean is(JsonNode line, String requestId) {
        return line.path("request_id").asString().equals(requestId);
    }

    private static String answer(String path) {
        return switch (path) {
            case "/info" -> "{\"version\":\"7\",\"endpoints\":[\"/v0.4/traces\"]}";
            case "/v1/traces" -> "";
            default -> "{\"rate_by_service\":{\"service:,env:\":1.0}}";
        };
    }

    private String receivedText() {
        synchronized (received) {
            return received.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private String url() {
        return "http://127.0.0.1:" + agent.getAddress().getPort();
    }
}
