// SPDX-License-Identifier: Apache-2.0
package io.highlands.agents;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The command of the container that drains for a service that cannot. Source: ECS API Reference, ContainerDependency: on
 * shutdown the dependency is reversed, so the service gets SIGTERM when this one has ended.
 */
class LaunchHoldTest {

    @TempDir
    private Path folder;

    @Test
    void itEndsAtOnceBesideAServiceThatIsNotHealthy() throws Exception {
        Launched run = AppFolder.in(folder).launch(Map.of("BIND_ADDRESS", "127.0.0.1:1"), "hold");

        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void itRunsUntilTheDrainAfterItsSignal() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/readyz", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            asked.countDown();
        });
        server.start();
        AppFolder.in(folder);
        ProcessBuilder builder = new ProcessBuilder(folder.resolve("launch").toString(), "hold").inheritIO();
        builder.environment().putAll(Map.of("BIND_ADDRESS", "127.0.0.1:" + server.getAddress().getPort(),
                "HIGHLANDS_HEALTH_PATH", "/readyz", "HIGHLANDS_DRAIN", "2s"));
        Process hold = builder.start();
        try {
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(hold.waitFor(2, TimeUnit.SECONDS)).as("ended without a signal").isFalse();
            long signalled = System.nanoTime();
            hold.destroy();

            assertThat(hold.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - signalled)).isGreaterThan(Duration.ofMillis(1900));
            assertThat(hold.exitValue()).isZero();
        } finally {
            hold.destroyForcibly();
            server.stop(0);
        }
    }
}
