// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The clients that people use, unchanged: each in its own protocol writes, reads what all have written, and gets the same
 * errors. boto3 takes part where Python has it.
 */
class ClientsTest {

    private static final List<String> STATISTICS = List.of("SampleCount", "Sum", "Minimum", "Maximum", "p50", "p95",
            "p99.9", "tm90");

    @TempDir
    private static Path folder;

    private static ApiKit api;
    private static JavaClient java;
    private static final Map<String, Client> CLIENTS = new LinkedHashMap<>();

    private static final String MINUTE = Instant.now().minusSeconds(300).truncatedTo(ChronoUnit.MINUTES).toString();

    @BeforeAll
    static void serve() throws IOException {
        api = new ApiKit(folder.resolve("store"));
        java = new JavaClient(api.port());
        CLIENTS.put("java", java);
        CLIENTS.put("cli", new CommandLineClient(folder, api.port()));
        CLIENTS.put("javascript", new ScriptClient("node", JavaScript.install(), folder, api.port()));
        if (Child.run(folder, List.of("python3", "-c", "import boto3")).code() == 0) {
            Path script = Files.write(folder.resolve("cloudwatch.py"), JavaScript.resource("cloudwatch.py"));
            CLIENTS.put("boto3", new ScriptClient("python3", script, folder, api.port()));
        }
    }

    @AfterAll
    static void close() {
        java.close();
        api.close();
    }

    @Test
    void whatAnyClientWritesAllReadAlikePercentilesIncluded() {
        each((name, client) -> client.put("Clients", "of_" + name, MINUTE));
        List<String> metrics = CLIENTS.keySet().stream().map(name -> "of_" + name).toList();
        Map<String, Double> expected = new LinkedHashMap<>();
        metrics.forEach(metric -> {
            expected.put(Documents.id(metric, "SampleCount"), 100.0);
            expected.put(Documents.id(metric, "Sum"), 5050.0);
            expected.put(Documents.id(metric, "Minimum"), 1.0);
            expected.put(Documents.id(metric, "Maximum"), 100.0);
        });
        Map<String, Double> read = java.get(metrics, STATISTICS, MINUTE);
        assertThat(read).containsAllEntriesOf(expected);
        metrics.forEach(metric -> {
            assertThat(read.get(Documents.id(metric, "p50"))).isBetween(50.0, 51.0);
            assertThat(read.get(Documents.id(metric, "p99.9"))).isBetween(99.0, 100.0);
        });
        each((name, client) -> assertThat(client.get(metrics, STATISTICS, MINUTE)).as(name).isEqualTo(read));
    }

    @Test
    void allClientsGetTheSameErrors() {
        for (String call : List.of("put", "dashboard")) {
            Client.Failure expected = java.failing(call, MINUTE);
            assertThat(expected.status()).isEqualTo(call.equals("put") ? 400 : 404);
            assertThat(expected.code()).isEqualTo(call.equals("put") ? "InvalidParameterValue" : "ResourceNotFound");
            each((name, client) -> {
                Client.Failure failure = client.failing(call, MINUTE);
                assertThat(failure.code()).as(name).isEqualTo(expected.code());
                assertThat(failure.message()).as(name).isEqualTo(expected.message());
            });
        }
    }

    @Test
    void aThousandDataComeGzippedInOneRequest() {
        java.putThousand(MINUTE);
        assertThat(java.get(List.of("thousand_0"), List.of("SampleCount"), MINUTE))
                .containsEntry("thousand_0_SampleCount", 100.0);
    }

    /** Side by side, since each is a process that starts slowly. */
    private static void each(BiConsumer<String, Client> action) {
        CLIENTS.entrySet().parallelStream().forEach(client -> action.accept(client.getKey(), client.getValue()));
    }
}
