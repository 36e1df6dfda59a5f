// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The script as people run it, against an API that keeps what it is given and numbers it. */
class ImportTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> KEYS = Map.of("DD_API_KEY", "a", "DD_APP_KEY", "b");

    @TempDir
    private Path folder;
    private HttpServer api;
    private final Map<String, ObjectNode> dashboards = new LinkedHashMap<>();
    private final Map<String, ObjectNode> monitors = new LinkedHashMap<>();
    private final List<String> calls = new ArrayList<>();

    @BeforeEach
    void serve() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/api/v1/dashboard", exchange -> answer(exchange, dashboards));
        api.createContext("/api/v1/monitor", exchange -> answer(exchange, monitors));
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop(0);
    }

    @Test
    void compositesAreGivenTheIdsOfTheirParts() throws Exception {
        Result result = run(KEYS, "staging");

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(dashboards).hasSize(1);
        JsonNode burn = monitor("highlands-staging-availability-burn-fast");
        assertThat(burn.get("query").asString()).isEqualTo("%s && %s && %s && %s".formatted(
                id("highlands-staging-availability-burn-fast-1h"), id("highlands-staging-availability-burn-fast-5m"),
                id("highlands-staging-availability-burn-fast-traffic"),
                id("highlands-staging-availability-burn-fast-failures")));
    }

    @Test
    void whatIsThereAlreadyIsUpdated() throws Exception {
        run(KEYS, "local");
        int made = monitors.size();
        calls.clear();

        Result result = run(KEYS, "local");

        assertThat(result.code()).isZero();
        assertThat(monitors).hasSize(made);
        assertThat(dashboards).hasSize(1);
        assertThat(calls).noneMatch(call -> call.startsWith("POST"));
    }

    @Test
    void examplesAreReplacedByTheNamesThatAreGiven() throws Exception {
        run(KEYS, "local", "app/highlands-local/0123456789abcdef=app/own/1");

        assertThat(monitor("highlands-local-availability-burn-fast-1h").get("query").asString())
                .contains("{loadbalancer:app/own/1}").doesNotContain("0123456789abcdef");
    }

    @Test
    void missingKeyIsOneLineAndCode2() throws Exception {
        Result result = run(Map.of("DD_API_KEY", "a"), "local");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).containsExactly("variable DD_APP_KEY: found nothing; allowed: a key of Datadog");
    }

    @Test
    void unknownEnvironmentIsOneLineAndCode2() throws Exception {
        Result result = run(KEYS, "prd");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).containsExactly("environment: found prd; allowed: a folder of dashboards/rendered");
    }

    @Test
    void refusalOfDatadogIsOneLineAndCode1() throws Exception {
        Result result = run(Map.of("DD_API_KEY", "wrong", "DD_APP_KEY", "b"), "local");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).singleElement().asString().contains("403");
    }

    private JsonNode monitor(String name) {
        return monitors.get(id(name));
    }

    private String id(String name) {
        return monitors.entrySet().stream().filter(entry -> name.equals(entry.getValue().get("name").asString()))
                .map(Map.Entry::getKey).findFirst().orElseThrow();
    }

    private void answer(HttpExchange exchange, Map<String, ObjectNode> kept) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            calls.add(method + " " + exchange.getRequestURI());
            if (!"a".equals(exchange.getRequestHeaders().getFirst("DD-API-KEY"))) {
                send(exchange, 403, "{\"errors\":[\"Forbidden\"]}");
                return;
            }
            if ("GET".equals(method)) {
                ArrayNode all = JSON.createArrayNode().addAll(kept.values());
                send(exchange, 200, kept == dashboards
                        ? JSON.createObjectNode().set("dashboards", all).toString()
                        : all.toString());
                return;
            }
            String id = "POST".equals(method)
                    ? String.valueOf(100 + kept.size())
                    : exchange.getRequestURI().getPath().replaceFirst(".*/", "");
            ObjectNode body = (ObjectNode) JSON.readTree(exchange.getRequestBody());
            kept.put(id, body.put("id", id));
            send(exchange, 200, body.toString());
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private Result run(Map<String, String> variables, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("node", Path.of("import.mjs").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DD_"));
        builder.environment().putAll(variables);
        builder.environment().put("DD_API_URL", "http://127.0.0.1:" + api.getAddress().getPort());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readAllLines(err));
    }

    private record Result(int code, List<String> err) {}
}
