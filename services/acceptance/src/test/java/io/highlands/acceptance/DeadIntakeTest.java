// SPDX-License-Identifier: Apache-2.0
package io.highlands.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.starter.testing.Eventually;

import static org.assertj.core.api.Assertions.assertThat;

/** Telemetry never costs an answer: each real agent, with an intake that takes connections and says nothing, then is gone. */
class DeadIntakeTest {

    private static final int REQUESTS = 40;
    private static final long QUICK_MILLIS = 1_000;

    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    private ServerSocket silent;

    @ParameterizedTest
    @CsvSource({"datadog,DD_TRACE_AGENT_URL", "opentelemetry,OTEL_EXPORTER_OTLP_ENDPOINT"})
    void neitherASilentNorARefusingIntakeChangesAnAnswer(String agent, String address) throws Exception {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
        try (Task task = Task.start("service-c", Map.of("DD_TRACING_ENABLED", "true", "TRACING_AGENT", agent, address,
                "http://127.0.0.1:" + silent.getLocalPort(), "OTEL_BSP_SCHEDULE_DELAY", "200")).awaitHealthy()) {
            assertAnswers(task);
            Eventually.await("a connection of the agent", () -> !accepted.isEmpty());
            refuse();
            assertAnswers(task);
        }
    }

    @AfterEach
    void refuse() throws IOException {
        silent.close();
        for (Socket socket : accepted) {
            socket.close();
        }
    }

    private static void assertAnswers(Task task) throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            long began = System.nanoTime();
            HttpResponse<String> answer = task.get("/time", "x-request-id", "request-" + i);
            millis.add((System.nanoTime() - began) / 1_000_000);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("{\"key_time\":\"");
        }
        assertThat(millis.stream().sorted().toList().get(REQUESTS / 2)).as("median in ms").isLessThan(QUICK_MILLIS);
    }

    private void accept() {
        try {
            while (true) {
                accepted.add(silent.accept());
            }
        } catch (IOException closed) {
            // The test is over with it.
        }
    }
}
