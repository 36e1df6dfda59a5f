// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.aws.Refusals;
import io.highlands.local.console.ConsoleSources;
import io.highlands.local.control.StateFolder;
import io.highlands.local.error.PortTakenException;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** {@code highlands up} looks at each port before it starts. Here another process takes the port after that look. */
class PortTakenAfterTheCheckTest {

    private static final Path LOCAL = Path.of(System.getProperty("highlands.cdk.out",
            "../../platform-infra/target/cdk.out")).resolve("local");

    @TempDir
    private Path folder;

    private ServerSocket taken;

    @BeforeEach
    void takeAPort() throws IOException {
        taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }

    @AfterEach
    void free() throws IOException {
        taken.close();
    }

    @Test
    void theLoadBalancersPortIsNamedWithItsOption() {
        StateFolder state = new StateFolder(folder.resolve("state"));
        state.prepare();

        assertThatThrownBy(() -> new RunningEnvironment(state, options(port(), 0, 0, 0), line -> {}))
                .isInstanceOf(PortTakenException.class).hasMessage(line("load balancer", "--port"));
    }

    @Test
    void thePortOfTheAwsApisIsNamedWithItsOption() {
        try (PublicServers servers = new PublicServers(options(0, port(), 0, 0), "us-east-1", Clock.systemUTC())) {
            assertThatThrownBy(() -> servers.openApis(new Refusals(), null, null, null, null))
                    .isInstanceOf(PortTakenException.class).hasMessage(line("AWS APIs", "--aws-port"));
        }
    }

    @Test
    void theConsolesPortIsNamedWithItsOption() {
        ConsoleSources sources = new ConsoleSources(null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null);
        try (PublicServers servers = new PublicServers(options(0, 0, port(), 0), "us-east-1", Clock.systemUTC())) {
            assertThatThrownBy(() -> servers.openConsole(sources))
                    .isInstanceOf(PortTakenException.class).hasMessage(line("console", "--console-port"));
        }
    }

    @Test
    void thePortOfATraceIntakeIsNamedWithItsOption() {
        try (Tracing tracing = new Tracing(options(0, 0, 0, port()), spans -> true, Clock.systemUTC())) {
            assertThatThrownBy(tracing::open)
                    .isInstanceOf(PortTakenException.class).hasMessage(line("Datadog intake", "--datadog-port"));
        }
    }

    private int port() {
        return taken.getLocalPort();
    }

    private String line(String what, String option) {
        return what + ": 127.0.0.1:" + port() + " is taken; free it, or choose another with up " + option + " N";
    }

    private RunOptions options(int balancer, int aws, int console, int datadog) {
        return new RunOptions("local", LOCAL, Path.of("../../services"), folder.resolve("local-values.json"), Map.of(),
                1, balancer, aws, console, folder, datadog, 0, 0, 0,
                List.of());
    }
}
