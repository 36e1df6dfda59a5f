// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.control.message.AppliedChange;
import io.highlands.local.control.message.ApplyRequest;
import io.highlands.local.control.message.FaultRequest;
import io.highlands.local.control.message.InjectedFault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ControlClientTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final Map<String, String> responses = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile boolean stopping;
    private ControlClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::respond);
        server.start();
        responses.put("GET /status", "{}");
        StateFolder state = new StateFolder(folder);
        new ControlFile(pid(), server.getAddress().getPort(), "secret", "local").write(state);
        client = ControlClient.find(state).orElseThrow();
        requests.clear();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void respond(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(path + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (stopping) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        String response = responses.getOrDefault(path, "{\"error\":\"no such action\"}");
        byte[] body = response.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(
                !responses.containsKey(path) ? 404 : response.startsWith("{\"error\"") ? 400 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void theStatusIsReadAsItsRecord() {
        responses.put("GET /status", ControlJson.pretty(SampleMessages.status()));

        assertThat(client.status()).isEqualTo(SampleMessages.status());
    }

    @Test
    void aResponseWithAMisspeltPropertySaysThatThePlatformIsOfAnotherVersion() {
        responses.put("GET /status", ControlJson.pretty(SampleMessages.status()).replace("\"desired\"", "\"desierd\""));

        assertThatThrownBy(client::status).isInstanceOf(ControlException.class).hasMessage(
                "the running platform (pid %d) is of another version than this command; restart it: highlands down, "
                        + "then highlands up (GET /status: property 'services[0].desired' is missing, or of another type)",
                pid());
    }

    @Test
    void aResponseWithoutAPropertySaysThatThePlatformIsOfAnotherVersion() {
        responses.put("POST /fault/clear", "{}");

        assertThatThrownBy(() -> client.clear(Optional.empty(), TIMEOUT)).isInstanceOf(ControlException.class)
                .hasMessage("the running platform (pid %d) is of another version than this command; restart it: "
                        + "highlands down, then highlands up (POST /fault/clear: property 'cleared' is missing, or of "
                        + "another type)", pid());
    }

    @Test
    void aPlatformOfAnotherVersionIsFoundAndCanBeStopped() {
        responses.put("POST /stop", "{\"stopped\":1}");

        client.stop(TIMEOUT);

        assertThat(requests).containsExactly("POST /stop ");
    }

    @Test
    void aRefusalIsThePlatformsOwnLine() {
        responses.put("POST /restart", "{\"error\":\"no service 'service-x'\"}");

        assertThatThrownBy(() -> client.restart("service-x", TIMEOUT)).isInstanceOf(ControlException.class)
                .hasMessage("no service 'service-x'");
    }

    @Test
    void anActionThatThePlatformDoesNotHaveSaysThatItIsOfAnotherVersion() {
        assertThatThrownBy(client::cost).isInstanceOf(ControlException.class).hasMessage(
                "the running platform (pid %d) is of another version than this command; restart it: highlands down, "
                        + "then highlands up (GET /cost: no such action)",
                pid());
    }

    @Test
    void aLostConnectionHasItsReasonAsCause() {
        server.stop(0);

        assertThatThrownBy(client::faults).isInstanceOf(ControlException.class)
                .hasMessageStartingWith("the running process (pid " + pid() + ") did not answer GET /faults: ")
                .hasCauseInstanceOf(IOException.class);
    }

    /** Undertow's GracefulShutdownHandler responds 503 without a body once the server is to close. */
    @Test
    void aPlatformThatIsStoppingIsNoneOfAnotherVersion() {
        stopping = true;

        assertThatThrownBy(client::faults).isInstanceOf(ControlException.class)
                .hasMessage("the running process (pid %d) did not answer GET /faults: it is stopping", pid())
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void aFaultIsInjectedAsItIsSpecified() {
        InjectedFault fault = SampleMessages.status().faults().getFirst();
        responses.put("POST /fault", ControlJson.pretty(fault));

        assertThat(client.inject(new FaultRequest(fault.specification(), Optional.of("5m"), Optional.empty()),
                TIMEOUT)).isEqualTo(fault);
        assertThat(requests).containsExactly(
                "POST /fault {\"specification\":\"latency service-b:service-c delay=3s\",\"lasting\":\"5m\"}");
    }

    @Test
    void templatesAreAppliedByTheirFolder() {
        responses.put("POST /apply", "{\"templates\":true,\"deployed\":[\"service-a\"]}");

        AppliedChange change = client.apply(new ApplyRequest("/a b/cdk.out", true), TIMEOUT);

        assertThat(change.deployed()).containsExactly("service-a");
        assertThat(requests).containsExactly(
                "POST /apply {\"assembly\":\"/a b/cdk.out\",\"sideBySide\":true,\"scale\":{},\"variables\":{}}");
    }

    @Test
    void tracesAreListedOfAWindow() {
        responses.put("GET /traces?from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:05Z", "[]");

        assertThat(client.traces(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:05Z")))
                .isEmpty();
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }
}
