// SPDX-License-Identifier: Apache-2.0
package io.highlands.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.starter.testing.Eventually;

/**
 * One service as the platform runs it: its image's launch, as a process.
 */
final class Task implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** With an agent, on a machine that is busy with something else. */
    private static final Duration MAX_START = Duration.ofSeconds(120);
    private static final Path OUTPUT = Path.of("target/output");

    private final Path image;
    private final Map<String, String> environment;
    private final Process process;
    private final Path output;
    private final Path errors;

    private Task(Path image, Map<String, String> environment, Process process, Path output, Path errors) {
        this.image = image;
        this.environment = environment;
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** Starts the service's image with these variables, on a free port unless they say where. */
    static Task start(String service, Map<String, String> variables) throws IOException {
        Path image = Path.of("..", service, "target/image").toAbsolutePath().normalize();
        Map<String, String> environment = new HashMap<>(Map.of("BIND_ADDRESS", "127.0.0.1:" + freePort(),
                "MANAGEMENT_SERVER_PORT", "0", "HIGHLANDS_SERVICE", service, "HIGHLANDS_ENV", "test",
                "HIGHLANDS_DRAIN", "0s", "HIGHLANDS_JVM_OPTIONS", "-XX:MaxRAM=512m -XX:TieredStopAtLevel=1"));
        environment.putAll(variables);
        environment.putAll(Map.of("PATH", System.getenv("PATH"), "JAVA_HOME", System.getProperty("java.home")));
        Files.createDirectories(OUTPUT);
        Path output = Files.createTempFile(OUTPUT, service, ".out");
        Path errors = Files.createTempFile(OUTPUT, service, ".err");
        ProcessBuilder builder = new ProcessBuilder(image.resolve("app/launch").toString())
                .directory(image.resolve("app").toFile()).redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Task(image, environment, builder.start(), output, errors);
    }

    Task awaitHealthy() throws Exception {
        Eventually.await("health of " + image, MAX_START, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("ended: " + Files.readString(output) + Files.readString(errors));
            }
            try {
                return get("/health").statusCode() == 200;
            } catch (IOException e) {
                return false;
            }
        });
        return this;
    }

    String url() {
        return "http://" + environment.get("BIND_ADDRESS");
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What the container's health command says. */
    int health() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(image.resolve("app/launch").toString(), "health")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still runs: " + image);
        }
        return process.exitValue();
    }

    /** Standard output, each line of which must be an object of JSON. */
    List<JsonNode> log() {
        try {
            return Files.readAllLines(output).stream().map(line -> JsonMapper.shared().readTree(line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> errors() throws IOException {
        return Files.readAllLines(errors);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
