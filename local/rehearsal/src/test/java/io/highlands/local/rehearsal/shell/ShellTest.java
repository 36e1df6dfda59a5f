// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.shell;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The shell of a rehearsed command, in real processes. */
class ShellTest {

    private final Shell shell = new Shell(new AwsClient(Path.of("/usr/bin/aws"), "2.9.19"), 4566, "eu-west-1",
            System.getenv("PATH"));

    @AfterEach
    void close() {
        shell.close();
    }

    private ShellResult run(String command) {
        return shell.run(command, Map.of("SERVICE", "service-b", "PATH", "/nowhere"), Duration.ofSeconds(20));
    }

    @Test
    void nothingOfTheUsersOwnEnvironmentIsThere() {
        assertThat(run("env | cut -d= -f1 | sort").out().lines()).containsExactlyInAnyOrder("ALL_PROXY",
                "AWS_ACCESS_KEY_ID", "AWS_CONFIG_FILE", "AWS_DEFAULT_REGION", "AWS_EC2_METADATA_DISABLED",
                "AWS_MAX_ATTEMPTS", "AWS_PAGER", "AWS_REGION", "AWS_SECRET_ACCESS_KEY", "AWS_SHARED_CREDENTIALS_FILE",
                "BOTO_CONFIG", "HIGHLANDS_AWS_CLI", "HIGHLANDS_AWS_PORT", "HOME", "HTTPS_PROXY", "LANG", "NO_PROXY",
                "PATH", "PWD", "SERVICE", "TMPDIR", "TZ", "all_proxy", "http_proxy", "https_proxy", "no_proxy");
    }

    @Test
    void homeAndConfigurationAreEmpty() {
        assertThat(run("ls -A \"$HOME\"; cat \"$AWS_CONFIG_FILE\" \"$AWS_SHARED_CREDENTIALS_FILE\"").out()).isEmpty();
    }

    @Test
    void thePagesVariablesAreThereAndCannotPutAnotherProgramBeforeTheShim() {
        assertThat(run("echo $SERVICE; command -v aws").out().lines()).first().isEqualTo("service-b");
        assertThat(run("command -v aws").out()).contains("highlands-rehearsal");
    }

    @Test
    void aRequestToAnyOtherHostEndsOnThisMachineBeforeItsNameIsLookedUp() {
        ShellResult result = run(
                "curl -sS http://highlands.invalid/ 2>&1 || true; curl -sS https://highlands.invalid/ 2>&1");

        assertThat(result.out()).contains("127.0.0.1 port 1").doesNotContain("resolve host: highlands");
        assertThat(result.good()).isFalse();
    }

    @Test
    void thisMachineItselfIsReachedWithoutAProxy() throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread answer = Thread.ofVirtual().start(() -> answerOnce(server));
            assertThat(run("curl -sS http://127.0.0.1:" + server.getLocalPort() + "/").out()).isEqualTo("here");
            answer.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    private static void answerOnce(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getInputStream().read(new byte[4096]);
            socket.getOutputStream().write("HTTP/1.0 200 OK\r\nContent-Length: 4\r\n\r\nhere".getBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFirstFailureEndsACommandAndAnUnsetVariableIsOne() {
        assertThat(run("false; echo on").out()).isEmpty();
        assertThat(run("echo $NOWHERE_SET").failure()).startsWith("exit code 2, sh:").contains("NOWHERE_SET");
    }

    @Test
    void aCommandThatDoesNotEndIsEndedWithWhatItStarted() {
        // The child holds the output open: were it not ended, the answer would come after a minute.
        ShellResult result = shell.run("sleep 60 & echo begun; wait", Map.of(), Duration.ofMillis(400));

        assertThat(result.ended()).isTrue();
        assertThat(result.out()).isEqualTo("begun\n");
        assertThat(result.took()).isLessThan(Duration.ofSeconds(20));
        assertThat(result.failure()).startsWith("did not end within");
    }

    @Test
    void ofAnEndlessOutputTheBeginningIsKept() {
        ShellResult result = run("yes | head -c 1000000");

        assertThat(result.good()).isTrue();
        assertThat(result.out()).hasSize(Shell.MAX_OUTPUT);
    }

    @Test
    void nothingOfItStaysBehind() {
        String home = run("echo $HOME").out().strip();

        shell.close();

        assertThat(Path.of(home).getParent()).doesNotExist();
    }

    @Test
    void theShimIsCleanForShellcheckWhereThatIsInstalled() throws IOException {
        if (Files.isExecutable(Path.of("/usr/bin/shellcheck"))) {
            assertThat(run("shellcheck \"$(command -v aws)\"").out()).isEmpty();
        }
    }
}
