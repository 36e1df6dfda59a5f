// SPDX-License-Identifier: Apache-2.0
package io.highlands.image;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a service does while its cache is trained: a few requests, answered with the help of upstreams that are played
 * here, and its metrics sent when it ends, to a CloudWatch that is played too.
 *
 * @param requests paths that are asked for, with the query
 * @param upstreams variable of each upstream's address
 * @param answers JSON that the upstreams answer, by path
 */
record Training(List<String> requests, List<String> upstreams, Map<String, String> answers) {

    private static final int ROUNDS = 20;
    /** For the start, and for the end, when the JVM writes the cache; both take long on a machine that is busy. */
    private static final long MAX_SECONDS = 300;

    /**
     * Reads lines such as {@code get /time}, {@code upstream SERVICE_C_URL} and {@code answer /time {"key_time":"…"}};
     * an empty line or one that begins with # says nothing.
     */
    static Training read(Path file) throws IOException {
        Training training = new Training(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        for (String line : Files.readAllLines(file)) {
            String[] words = line.split(" ", 3);
            switch (words[0]) {
                case "get" -> training.requests.add(words[1]);
                case "upstream" -> training.upstreams.add(words[1]);
                case "answer" -> training.answers.put(words[1], words[2]);
                case "", "#" -> {
                }
                default -> throw new IllegalArgumentException(
                        "%s: '%s'; allowed: get, upstream, answer, #".formatted(file, line));
            }
        }
        return training;
    }

    /** Runs the service until it has answered everything, then ends it as a container is ended. */
    void run(List<String> command, Path folder) throws IOException, InterruptedException {
        try (PlayedUpstream upstream = new PlayedUpstream(answers); HttpClient http = HttpClient.newHttpClient()) {
            String address = "127.0.0.1:" + freePort();
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                    .redirectErrorStream(true).redirectOutput(folder.resolveSibling("training.log").toFile());
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("JAVA_") || name.startsWith("JDK_JAVA"));
            environment.putAll(Map.of("BIND_ADDRESS", address, "HIGHLANDS_DRAIN", "0s", "MANAGEMENT_SERVER_PORT", "0"));
            environment.putAll(Map.of("HIGHLANDS_METRICS_ENABLED", "true", "AWS_ENDPOINT_URL", upstream.url(),
                    "AWS_REGION", "us-east-1", "AWS_ACCESS_KEY_ID", "training", "AWS_SECRET_ACCESS_KEY", "training"));
            upstreams.forEach(variable -> environment.put(variable, upstream.url()));
            Process service = builder.start();
            try {
                awaitHealth(service, http, address);
                for (int round = 0; round < ROUNDS; round++) {
                    for (String request : requests) {
                        get(http, address, request);
                    }
                }
            } finally {
                service.destroy();
            }
            if (!service.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
                service.destroyForcibly();
                throw new IllegalStateException("Training did not end: " + command);
            }
        }
    }

    private static void awaitHealth(Process service, HttpClient http, String address) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_SECONDS);
        while (System.nanoTime() < deadline) {
            if (!service.isAlive()) {
                throw new IllegalStateException(
                        "The service ended with " + service.exitValue() + " while training: see training.log");
            }
            try {
                if (get(http, address, "/health") == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet: asked again until the deadline.
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("The service did not become healthy while training: see training.log");
    }

    private static int get(HttpClient http, String address, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create("http://" + address + path)).build(),
                HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        }
    }
}
