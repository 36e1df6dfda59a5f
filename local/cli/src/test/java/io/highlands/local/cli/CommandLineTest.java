// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.checkout.Checkout;

import static org.assertj.core.api.Assertions.assertThat;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class CommandLineTest {

    @TempDir
    private Path root;

    private final StringWriter out = new StringWriter();

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void anEmptyCheckout() throws IOException {
        System.setProperty(Checkout.ROOT_PROPERTY, root.toString());
        Path environments = Files.createDirectories(root.resolve("platform-infra/environments"));
        Files.writeString(environments.resolve("local.yaml"), "");
        Files.writeString(environments.resolve("prod.yaml"), "");
    }

    @AfterEach
    void noCheckout() {
        System.clearProperty(Checkout.ROOT_PROPERTY);
    }

    @Test
    void anUnknownEnvironmentIsRefusedWithTheAllowedOnes() {
        assertThat(run("up", "--env", "production")).isEqualTo(1);
        assertThat(err.toString()).startsWith("highlands: unknown environment 'production'; allowed: local, prod")
                .hasLineCount(1);
    }

    @Test
    void anUnknownCommandIsRefusedWithTheNearest() {
        assertThat(run("stauts")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("highlands: Unmatched argument at index 0: 'stauts'; did you mean: status")
                .hasLineCount(1);
    }

    @Test
    void aPortThatIsNoneIsRefusedAndAttachNeedsAPlatform() {
        assertThat(run("attach", "service-a", "--port", "65536")).isEqualTo(2);
        assertThat(err.toString()).startsWith("highlands: --port 65536: allowed: 1 to 65535").hasLineCount(1);
        err.getBuffer().setLength(0);
        assertThat(run("attach", "service-a", "--port", "8099")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("highlands: nothing is running; start it with: highlands up -d\n");
    }

    @Test
    void theFileOfPrintEnvIsNeverTheServiceAndIsCheckedFirst() {
        assertThat(run("attach", "--port", "8099", "--print-env", "service-a")).isEqualTo(2);
        assertThat(err.toString()).startsWith("highlands: Missing required parameter: 'SERVICE'").hasLineCount(1);
        err.getBuffer().setLength(0);
        assertThat(run("attach", "service-a", "--port", "8099", "--print-env", root.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("highlands: attach: --print-env " + root + ": a folder").hasLineCount(1);
        err.getBuffer().setLength(0);
        assertThat(run("attach", "--port", "8099", "--print-env", "-", "service-a")).isEqualTo(1);
        assertThat(err.toString()).startsWith("highlands: nothing is running").hasLineCount(1);
    }

    @Test
    void anImpossibleScaleIsRefused() {
        assertThat(run("up", "--scale", "service-a=99")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("highlands: --scale service-a=99: allowed are 0 to 20 tasks\n");
    }

    @Test
    void aLoadThatIsNoneIsRefused() {
        assertThat(run("up", "--load", "-1")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("highlands: --load -1: allowed are more than 0 to 500 requests a second\n");
        assertThat(run("load", "--rps", "0")).isEqualTo(1);
        assertThat(run("load", "--minutes", "-1")).isEqualTo(1);
    }

    @Test
    void aTargetOfGeneratedInputsThatIsUnknownIsRefusedWithThoseThereAre() {
        assertThat(run("bench", "fuzz", "--only", "insight")).isEqualTo(1);
        assertThat(err.toString()).startsWith("highlands: --only insight: allowed are http-balancer, ").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"start,--runs", "faults,--seconds", "tracing,--requests", "tracing,--rounds", "traces,--seconds",
            "traces,--rate", "traces,--spans"})
    void aBenchmarkOfNothingIsRefused(String bench, String option) {
        assertThat(run("bench", bench, option, "0")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("highlands: " + option + " 0: allowed are 1 and more\n");
    }

    @Test
    void anImpossibleTimeScaleIsRefused() {
        assertThat(run("up", "--time-scale", "0")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("highlands: --time-scale 0: allowed are 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, "
                        + "60; 1 is real time\n");
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(run("up", "--port", Integer.toString(taken.getLocalPort()))).isEqualTo(1);
            assertThat(err.toString()).contains("127.0.0.1:" + taken.getLocalPort() + " is taken").hasLineCount(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"--port 18080 --console-port 18080, --console-port 18080: found the number of --port",
            "--port 9090, --console-port 9090: found the number of --port",
            "--aws-port 18066 --datadog-port 18066, --datadog-port 18066: found the number of --aws-port",
            "--otlp-port 8126, --otlp-port 8126: found the number of --datadog-port"})
    void onePortForTwoIsRefusedBeforeAnythingStarts(String words, String found) {
        assertThat(run(("up " + words).split(" "))).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("highlands: " + found + "; allowed: one of its own\n");
    }

    @Test
    void anUnknownWordIsRefusedInOneLineWithTheWayToHelp() {
        assertThat(run("upp")).isEqualTo(2);
        assertThat(err.toString()).contains("'upp'").endsWith("(see: highlands --help)\n").hasLineCount(1);
    }

    @Test
    void aWordOfTheWrongKindIsRefusedInOneLine() {
        assertThat(run("up", "--port", "http")).isEqualTo(2);
        assertThat(err.toString()).contains("'http'").endsWith("(see: highlands up --help)\n").hasLineCount(1);
        assertThat(run("bench", "start", "--runs", "x")).isEqualTo(2);
        assertThat(err.toString()).endsWith("(see: highlands bench start --help)\n").hasLineCount(2);
    }

    /** A folder where a file is expected is the checkout's fault, not Highlands's: the file and the reason. */
    @Test
    void aFileThatCannotBeReadIsNamedWithoutAClassName() throws IOException {
        Files.createDirectories(root.resolve("runbooks/broken.md"));
        assertThat(run("runbooks", "lint")).isEqualTo(1);
        assertThat(err.toString()).startsWith("highlands: ").doesNotContain("Exception").hasLineCount(1);
    }

    @Test
    void anInternalErrorIsOneLineThatNamesTheFileOfItsStackTrace() throws IOException {
        CommandLine command = Highlands.commandLine(new PrintWriter(out, true), new PrintWriter(err, true));
        command.addSubcommand("break", new Defect());

        assertThat(command.execute("break")).isEqualTo(1);
        Path errors = root.resolve(".highlands/errors");
        assertThat(err.toString()).startsWith("highlands: highlands break failed because of an internal error; "
                + "the stack trace is in " + errors).doesNotContain("Exception").hasLineCount(1);
        try (var files = Files.list(errors)) {
            assertThat(files).singleElement()
                    .satisfies(
                            file -> assertThat(file).content().contains("java.lang.IllegalStateException: a defect"));
        }
    }

    @Command(name = "break")
    private static final class Defect implements Runnable {

        @Override
        public void run() {
            throw new IllegalStateException("a defect");
        }
    }

    @Test
    void statusSaysThatNothingRuns() {
        assertThat(run("status")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("highlands: nothing is running; start it with: highlands up -d\n");
    }

    @Test
    void whatAsksThePlatformSaysThatNothingRunsAlsoWhereJsonIsWanted() {
        for (String command : new String[]{"alarms", "edges", "status"}) {
            assertThat(run(command, "--json")).isEqualTo(1);
        }
        assertThat(err.toString().lines()).hasSize(3)
                .containsOnly("highlands: nothing is running; start it with: highlands up -d");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void faultsAsJsonAreThereAlsoWhereNothingRuns() {
        assertThat(run("fault", "list", "--json")).isZero();
        JsonNode faults = JsonMapper.shared().readTree(out.toString());

        assertThat(faults.path("faults").valueStream().map(fault -> fault.path("usage").asString()))
                .contains("kill-app SERVICE");
        assertThat(faults.has("injected")).isFalse();
    }

    @Test
    void downTwiceIsNoError() {
        assertThat(run("down")).isZero();
        assertThat(run("down")).isZero();
        assertThat(out.toString()).isEqualTo("nothing is running\nnothing is running\n");
    }

    @Test
    void logsAreReadFromTheFoldersOfServicesOnly() throws IOException {
        Files.createDirectories(root.resolve(".highlands/logs/service-a"));
        Files.createDirectories(root.resolve("elsewhere/task"));
        Files.writeString(root.resolve("elsewhere/task/app.log"), "secret\n");
        for (String path : new String[]{"service-a/../../../elsewhere", "../../elsewhere", "..", ".", "",
                root.resolve("elsewhere").toString()}) {
            assertThat(run("logs", path)).as(path).isEqualTo(1);
            assertThat(out.toString()).as(path).doesNotContain("secret");
        }
    }

    @Test
    void logsOfAnUnknownServiceNameTheKnownOnes() throws IOException {
        Files.createDirectories(root.resolve(".highlands/logs/service-a"));

        assertThat(run("logs", "service-x")).isEqualTo(1);
        assertThat(err.toString()).contains("no logs of 'service-x'").contains("services with logs: service-a")
                .hasLineCount(1);
    }

    private int run(String... words) {
        return Highlands.commandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(words);
    }
}
