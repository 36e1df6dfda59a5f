// SPDX-License-Identifier: Apache-2.0
package io.highlands.agents;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
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

        assertThat(health("127.0.0.1").exitCode()).isNotZero();
    }

    @Test
    void aServiceThatDoesNotListenIsNotZero() throws Exception {
        server.stop(0);

        assertThat(health("127.0.0.1").exitCode()).isNotZero();
    }

    @Test
    void noJvmIsStarted() throws Exception {
        assertThat(health("127.0.0.1").lines()).noneMatch(line -> line.startsWith("pid "));
    }

    private Launched health(String host) throws IOException, InterruptedException {
        return AppFolder.in(folder).launch(Map.of("BIND_ADDRESS", host + ":" + port()), "health");
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
