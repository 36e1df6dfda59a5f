// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.control.ControlClient;
import io.highlands.local.control.StateFolder;
import io.highlands.local.control.message.LoadStatus;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.control.message.SpanEntry;
import io.highlands.local.control.message.TraceEntry;

import static org.assertj.core.api.Assertions.assertThat;

/** The real platform with a tracing switch of its own, which no other run's environment files share. */
final class TracedPlatform {

    private static final Path REAL = HighlandsProcess.CHECKOUT.resolve("platform-infra/environments/local.yaml");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    final HighlandsProcess highlands;
    private final Path state;
    private final String port = HighlandsProcess.freePort();
    private final HttpClient client = HttpClient.newHttpClient();
    private ControlClient control;

    TracedPlatform(Path folder) throws Exception {
        Path environments = Files.createDirectories(folder.resolve("environments"));
        Files.copy(REAL, environments.resolve("local.yaml"));
        state = Files.createDirectories(folder.resolve("state"));
        highlands = new HighlandsProcess(state, environments);
    }

    /** Starts it, warm enough for the first requests not to be refused by a bulkhead. */
    void up() throws Exception {
        run("up", "-d", "--port", port);
        control = ControlClient.find(new StateFolder(state)).orElseThrow();
    }

    String run(String... words) throws Exception {
        assertThat(highlands.run(words)).as(highlands.output()).isZero();
        return highlands.output();
    }

    /** Changes the switch while ten requests a second are sent, of which none may fail; the bench does it with 50. */
    void switchTo(String... words) throws Exception {
        LoadStatus before = status().load();
        control.load(10);
        List<String> command = new ArrayList<>(List.of("tracing", "local"));
        command.addAll(List.of(words));
        run(command.toArray(String[]::new));
        control.load(0);
        ObservedPlatform.within(TIMEOUT, () -> answered(status().load()));
        LoadStatus load = status().load();
        assertThat(load.good()).isGreaterThan(before.good() + 20);
        assertThat(load.failed() - before.failed()).as("failed requests").isZero();
    }

    private static boolean answered(LoadStatus load) {
        return load.sent() == load.good() + load.failed();
    }

    PlatformStatus status() {
        return control.status();
    }

    /** Sends requests, four at a time, each of which must be answered well. */
    void get(String path, int count, String... headers) throws Exception {
        Semaphore four = new Semaphore(4);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, count).mapToObj(i -> threads.submit(() -> {
                four.acquire();
                try {
                    return send(path, headers);
                } finally {
                    four.release();
                }
            })).toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    private int send(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /** A page of the console. */
    String page(String path) {
        URI page = URI.create(status().console()).resolve(path);
        try {
            return client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The traces that began since then, of whole requests and anything else. */
    List<TraceEntry> traces(Instant since) {
        return traces(since, Instant.now().plusSeconds(1));
    }

    /** The newest 1,000 traces that began in a window. */
    List<TraceEntry> traces(Instant since, Instant until) {
        return control.traces(since, until);
    }

    List<SpanEntry> trace(String id) {
        return control.trace(id);
    }

    /** The lines of all services that are JSON objects, the proxies' access logs among them. */
    List<JsonNode> lines() throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String service : List.of("service-a", "service-b", "service-c")) {
            run("logs", service, "-n", "100000").lines().forEach(line -> {
                try {
                    lines.add(JsonMapper.shared().readTree(line));
                } catch (JacksonException text) {
                    assertThat(line).as("a line of the JVM itself").doesNotStartWith("{");
                }
            });
        }
        return lines;
    }

    /** The command lines of all tasks' processes; one that drained may end while they are read. */
    List<String> commandLines() {
        return status().tasks().stream().flatMapToLong(task -> task.process().stream())
                .mapToObj(TracedPlatform::commandLine).flatMap(Optional::stream).toList();
    }

    private static Optional<String> commandLine(long pid) {
        try {
            return Optional.of(Files.readString(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' '));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    String template(String service) {
        return read(state.resolve("cdk.out/local/highlands-local-" + service + ".template.json"));
    }

    static boolean listens(URI address) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void down() throws Exception {
        highlands.run("down");
        client.close();
    }
}
