// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import io.highlands.local.control.ControlClient;
import io.highlands.local.control.StateFolder;
import io.highlands.local.control.message.TaskEntry;

import static org.assertj.core.api.Assertions.assertThat;

/** Platforms side by side on one machine, each with a state folder of its own as in a clone of its own. */
@Isolated("three platforms are as many as two processors start in time")
class SeveralPlatformsTest {

    private static final int PLATFORMS = 3;
    private static final long STARTS_WITHIN_SECONDS = 330;

    @TempDir
    private Path folder;

    @Test
    void threeThatStartAtTheSameMomentEachServeTheirOwn() throws Exception {
        List<Started> started = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < PLATFORMS; i++) {
                started.add(Started.in(Files.createDirectory(folder.resolve("clone-" + i))));
            }
            List<String> addresses = new ArrayList<>();
            for (Started each : started) {
                assertThat(each.process().waitFor(STARTS_WITHIN_SECONDS, TimeUnit.SECONDS)).isTrue();
                assertThat(each.process().exitValue()).as(Files.readString(each.printed())).isZero();
            }
            for (Started each : started) {
                HttpResponse<String> response = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + each.port() + "/?name=" + each.port())).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(response.body()).contains("(" + each.port() + ")Field 1");
                addresses.addAll(each.addresses());
            }
            assertThat(addresses).hasSizeGreaterThanOrEqualTo(3 * PLATFORMS).doesNotHaveDuplicates();
        } finally {
            for (Started each : started) {
                each.highlands().run("down");
            }
        }
    }

    /** Another clone's platform may be the one at the default port. */
    @Test
    void withoutAPlatformOfItsOwnVerifyReportsOnNoOther() throws Exception {
        HighlandsProcess highlands = new HighlandsProcess(folder);

        assertThat(highlands.run("verify", "local")).isNotZero();
        assertThat(highlands.output()).isEqualTo("highlands: nothing is running; start it with: highlands up -d\n");
    }

    @Test
    void doctorLooksAtThePortsThatUpWouldUse() throws Exception {
        HighlandsProcess highlands = new HighlandsProcess(folder);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(highlands.run("doctor", "--aws-port", port, "--console-port", port)).isNotZero();
            assertThat(highlands.output())
                    .contains("FAIL  AWS APIs: 127.0.0.1:" + port + " is taken", "up --aws-port N")
                    .contains("FAIL  console: 127.0.0.1:" + port + " is taken", "up --console-port N");
        }
    }

    /** A platform that an {@code up} starts. */
    private record Started(HighlandsProcess highlands, Path state, Path printed, String port, Process process) {

        static Started in(Path state) throws Exception {
            HighlandsProcess highlands = new HighlandsProcess(state);
            String port = HighlandsProcess.freePort();
            Path printed = state.resolve("up.txt");
            return new Started(highlands, state, printed, port, highlands.start(printed, "up", "-d", "--port", port));
        }

        List<String> addresses() {
            return ControlClient.find(new StateFolder(state)).orElseThrow().status().tasks().stream()
                    .map(TaskEntry::address).toList();
        }
    }
}
