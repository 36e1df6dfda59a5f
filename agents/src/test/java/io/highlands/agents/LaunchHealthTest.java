// SPDX-License-Identifier: Apache-2.0
package io.highlands.agents;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The container's health command, against a real server.
 */
class LaunchHealthTest {

    @TempDir
    private Path folder;
    private final AtomicInteger status = new AtomicInteger(200);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aHealthyServiceIsZero() throws Exception {
        assertThat(health("127.0.0.1").exitCode()).isZero();
    }

    @Test
    void aServiceOnEveryInterfaceIsAskedOnTheLoopback() throws Exception {
        assertThat(health("0.0.0.0").exitCode()).isZero();
    }

    @Test
    void aProxyInTheEnvironmentIsNotUsed() throws Exception {
        Launched run = AppFolder.in(folder).launch(Map.of("BIND_ADDRESS", "127.0.0.1:" + port(), "http_proxy",
                "http://127.0.0.1:1"), "health");

        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aServiceThatDrainsIsNotZero() throws Exception {
        status.set(503);

        Launched run = health("127.0.0.1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).singleElement().asString()
                .startsWith("launch health: 127.0.0.1:" + port() + "/health: ")
                .contains("503");
    }

    /** RFC 9110, section 15.5.5: 404 is that there is no such resource. */
    @Test
    void anotherPathIsAskedForAndNamedWithItsResponse() throws Exception {
        server.createContext("/readyz", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });

        AppFolder app = AppFolder.in(folder);

        assertThat(app.launch(at("/readyz"), "health").exitCode()).isZero();
        Launched run = app.launch(at("/nowhere"), "health");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).singleElement().asString()
                .startsWith("launch health: 127.0.0.1:" + port() + "/nowhere: HTTP/1.1 404");
    }

    @Test
    void aServiceThatDoesNotListenIsNotZero() throws Exception {
        server.stop(0);

        assertThat(health("127.0.0.1").exitCode()).isEqualTo(1);
    }

    @Test
    void onlyStatus200IsHealthy() throws Exception {
        status.set(204);

        assertThat(health("127.0.0.1").exitCode()).isEqualTo(1);
    }

    /** As one that is stopped by SIGSTOP: the kernel takes the connection, nobody reads. */
    @Test
    void aServiceThatAcceptsAndSaysNothingIsOneWithinFourSeconds() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertSilent(silent.getLocalPort());
        }
    }

    /** Connections that nobody accepts fill the queue, and then the kernel does not even take one more. */
    @Test
    void aServiceWhoseQueueIsFullIsOneWithinFourSeconds() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket(silent.getInetAddress(), silent.getLocalPort());
                Socket second = new Socket(silent.getInetAddress(), silent.getLocalPort())) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            assertSilent(silent.getLocalPort());
        }
    }

    /**
     * What eclipse-temurin:25-jre has: Ubuntu's essential packages, and neither curl nor wget, which its Dockerfile left
     * out on purpose (github.com/adoptium/containers, 25/jre/ubuntu/noble/Dockerfile).
     */
    @Test
    void neitherCurlNorWgetIsNeeded() throws Exception {
        Path programs = Files.createDirectory(folder.resolve("programs"));
        for (String program : List.of("sh", "bash", "timeout", "dirname", "tr")) {
            Files.copy(program(program), programs.resolve(program), StandardCopyOption.COPY_ATTRIBUTES);
        }

        Launched run = AppFolder.in(folder)
                .launch(Map.of("BIND_ADDRESS", "0.0.0.0:" + port(), "PATH", programs.toString()), "health");

        assertThat(run.errors()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void noJvmIsStarted() throws Exception {
        assertThat(health("127.0.0.1").lines()).noneMatch(line -> line.startsWith("pid "));
    }

    /** The time limit of the task definition's health check is 4 s. */
    private void assertSilent(int port) throws Exception {
        AppFolder app = AppFolder.in(folder);
        long began = System.nanoTime();

        Launched run = app.launch(Map.of("BIND_ADDRESS", "127.0.0.1:" + port), "health");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors())
                .containsExactly("launch health: 127.0.0.1:" + port + "/health: no response within 3 s");
    }

    private static Path program(String name) {
        return Arrays.stream(System.getenv("PATH").split(":")).map(path -> Path.of(path, name))
                .filter(Files::isExecutable).findFirst().orElseThrow();
    }

    private Launched health(String host) throws IOException, InterruptedException {
        return AppFolder.in(folder).launch(Map.of("BIND_ADDRESS", host + ":" + port()), "health");
    }

    private Map<String, String> at(String path) {
        return Map.of("BIND_ADDRESS", "127.0.0.1:" + port(), "HIGHLANDS_HEALTH_PATH", path);
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
