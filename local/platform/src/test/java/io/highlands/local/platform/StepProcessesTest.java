// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.console.runbook.StepOrder;
import io.highlands.local.console.runbook.StepProgress;
import io.highlands.local.control.ControlJson;
import io.highlands.local.control.message.RunbookStepResult;
import io.highlands.local.ecs.process.Until;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Real processes: a shell script in the place of the command. */
class StepProcessesTest {

    private static final String ALARM = "highlands-local-edge-latency-service-b-service-c";

    @TempDir
    private Path folder;

    private StepProcesses processes;

    @AfterEach
    void end() {
        processes.close();
    }

    private void program(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("program"), script);
        processes = new StepProcesses(folder.resolve("runs"), List.of("sh", file.toString()), Clock.systemUTC());
    }

    private static StepOrder order(boolean confirmed) {
        return new StepOrder("edge-latency", ALARM, List.of("callee-cpu"), confirmed);
    }

    private static String json(String step, String verdict) {
        return new String(ControlJson.bytes(new RunbookStepResult("edge-latency", step, "Diagnosis", Instant.EPOCH,
                "aws", "4300.0", "", 0, 12, verdict, "^0$", "0", "^1$", "1", "")), StandardCharsets.UTF_8);
    }

    private boolean ended() {
        return processes.latest().filter(StepProgress::running).isEmpty();
    }

    @Test
    void aResultIsThereWhenItsStepEndsAndTheHalfOfALineIsNot() throws Exception {
        Path go = folder.resolve("go");
        program("echo '" + json("callee-cpu", "sick") + "'; printf '{\"runbook\":'; while [ ! -e '" + go
                + "' ]; do sleep 0.05; done; exit 3");

        processes.start(order(false));

        Until.holds("a result", () -> !processes.results("edge-latency", ALARM).isEmpty());
        assertThat(ended()).isFalse();
        assertThat(processes.results("edge-latency", ALARM)).extracting(RunbookStepResult::verdict)
                .containsExactly("sick");
        assertThat(processes.results("edge-latency", "highlands-local-another")).isEmpty();
        assertThatThrownBy(() -> processes.start(order(false))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("steps of 'edge-latency' are running; those of one page run at a time");
        Files.createFile(go);
        Until.holds("the end of the steps", this::ended);
        assertThat(processes.latest().orElseThrow().exitCode()).isEqualTo(OptionalInt.of(3));
    }

    @Test
    void theCommandIsThatOfATerminalAndOnlyWhatWasConfirmedMayChangeSomething() throws Exception {
        program("echo \"$*\" >> '" + folder.resolve("said") + "'");

        processes.start(order(false));
        Until.holds("the end of the steps", this::ended);
        processes.start(order(true));
        Until.holds("the end of the steps", this::ended);

        assertThat(Files.readAllLines(folder.resolve("said"))).containsExactly(
                "runbooks run edge-latency --json --alarm " + ALARM + " --step callee-cpu",
                "runbooks run edge-latency --json --alarm " + ALARM + " --step callee-cpu --wait --yes-prod");
    }

    @Test
    void aNewerResultOfAStepTakesThePlaceOfTheOlder() throws Exception {
        Path second = folder.resolve("second");
        program("if [ -e '" + second + "' ]; then echo '" + json("callee-cpu", "healthy") + "'; else echo '"
                + json("callee-cpu", "sick") + "'; echo '" + json("callee-tasks", "healthy") + "'; fi");

        processes.start(order(false));
        Until.holds("the end of the steps", this::ended);
        Files.createFile(second);
        processes.start(order(false));
        Until.holds("the end of the steps", this::ended);

        assertThat(processes.results("edge-latency", ALARM)).extracting(RunbookStepResult::step)
                .containsExactlyInAnyOrder("callee-cpu", "callee-tasks");
        assertThat(processes.results("edge-latency", ALARM)).extracting(RunbookStepResult::verdict)
                .containsOnly("healthy");
    }

    @Test
    void whatItComplainedOfIsKept() throws Exception {
        program("echo 'nothing is running' >&2; exit 1");

        processes.start(order(false));
        Until.holds("the end of the steps", this::ended);

        assertThat(processes.latest().orElseThrow().message()).isEqualTo("nothing is running");
    }

    @Test
    void stepsEndWithThePlatform() throws Exception {
        program("trap 'exit 143' TERM; while :; do sleep 0.05; done");
        processes.start(order(false));

        processes.close();

        Until.holds("the end of the steps", this::ended);
    }
}
