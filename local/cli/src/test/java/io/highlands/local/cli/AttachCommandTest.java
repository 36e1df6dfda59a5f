// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import picocli.CommandLine;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlFile;
import io.highlands.local.control.StateFolder;

import static org.assertj.core.api.Assertions.assertThat;

/** A platform that stops closes its control interface first, then ends its tasks, and removes its control file last. */
@Timeout(60)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class AttachCommandTest {

    private static final Path STATUS = Path.of(
            "../control-api/src/test/resources/io/highlands/local/control/status.json");

    @TempDir
    private Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer platform;

    @BeforeEach
    void startPlatform() throws IOException {
        System.setProperty(Checkout.ROOT_PROPERTY, root.toString());
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        serve("/status", Files.readString(STATUS));
        serve("/attach", "{\"variables\": {\"KEY\": \"value\"}}");
        platform.start();
        StateFolder state = Checkout.current().state();
        state.prepare();
        new ControlFile(ProcessHandle.current().pid(), platform.getAddress().getPort(), "t", "local").write(state);
    }

    @AfterEach
    void noCheckout() {
        platform.stop(0);
        System.clearProperty(Checkout.ROOT_PROPERTY);
    }

    @Test
    void theEndOfThePlatformIsAwaitedAndThenSaidInOneLine() throws Exception {
        CommandLine highlands = Highlands.commandLine(new PrintWriter(out), new PrintWriter(err));
        CompletableFuture<Integer> command = CompletableFuture.supplyAsync(
                () -> highlands.execute("attach", "service-a", "--port", "8099"));
        while (!out.toString().contains("service-a: attached service-a to 127.0.0.1:8099")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }

        platform.stop(0);
        TimeUnit.SECONDS.sleep(1);
        assertThat(command).as("the platform still ends its tasks").isNotDone();

        Files.delete(Checkout.current().state().controlFile());
        assertThat(command.get()).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("highlands: attach: the platform has ended; start it with: highlands up -d\n");
        assertThat(out.toString()).hasLineCount(1);
    }

    private void serve(String path, String json) {
        platform.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
