// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.traces;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

import io.highlands.local.bench.Child;

/** Zipkin's own server from Maven Central, with its storage in memory and room for all that is sent. */
final class Zipkin implements AutoCloseable {

    private static final String ARTIFACT = "io.zipkin:zipkin-server:3.6.1:jar:exec";

    private static final String JAR = "zipkin-server-3.6.1-exec.jar";

    private static final int LOOKUPS = 200;

    private static final int LISTS = 20;

    private final AtomicLong sent = new AtomicLong();

    private final HttpClient client = HttpClient.newHttpClient();

    private final int port;

    private final Child server;

    private Zipkin(int port, Child server) {
        this.port = port;
        this.server = server;
    }

    /**
     * Fetches the server through the build's Maven, and starts it.
     *
     * @param root the checkout
     * @param folder where it is put
     */
    static Zipkin start(Path root, Path folder) throws IOException, InterruptedException {
        Process fetch = new ProcessBuilder(root.resolve("mvnw").toString(), "-q", "-N", "dependency:copy",
                "-Dartifact=" + ARTIFACT, "-DoutputDirectory=" + folder).directory(root.toFile())
                .redirectErrorStream(true).redirectOutput(folder.resolve("fetch.log").toFile()).start();
        if (fetch.waitFor() != 0) {
            throw new IOException("Zipkin was not fetched, see " + folder.resolve("fetch.log"));
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Child server = Child.start(folder.resolve("zipkin.log"),
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx6g",
                        "-Dserver.port=" + port, "-Dzipkin.storage.type=mem", "-Dzipkin.storage.mem.max-spans=10000000",
                        "-DQUERY_PORT=" + port, "-jar", folder.resolve(JAR).toString()));
        server.listening("127.0.0.1", port);
        return new Zipkin(port, server);
    }

    SpanLoad load() {
        return new SpanLoad(port, "/api/v2/spans", "application/json", ZipkinBody.of(SpanLoad.TRACES), sent);
    }

    Percentiles lookups() throws Exception {
        Percentiles took = new Percentiles();
        for (int i = 0; i < LOOKUPS; i++) {
            long trace = Mark.traceId(ThreadLocalRandom.current().nextLong(sent.get()));
            took.time(() -> get("trace/%016x%016x".formatted(BenchSpan.HIGH, trace)));
        }
        return took;
    }

    Percentiles lists() throws Exception {
        Percentiles took = new Percentiles();
        for (int i = 0; i < LISTS; i++) {
            String window = "&limit=50&lookback=" + Duration.ofHours(1).toMillis();
            took.time(() -> get("traces?serviceName=service-b" + window));
            took.time(() -> get("traces?serviceName=service-b&minDuration=60000" + window));
            took.time(() -> get("traces?serviceName=service-a&annotationQuery=http.route%3D%2Froute%2F3" + window));
        }
        return took;
    }

    private void get(String what) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v2/" + what)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200 || answer.body().length < 100) {
            throw new IOException(what + ": " + answer.statusCode() + ", " + answer.body().length + " bytes");
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
