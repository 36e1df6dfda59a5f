// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.highlands.local.rehearsal.shell.ShellResult;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.Step;

import static org.assertj.core.api.Assertions.assertThat;

/** Steps on a target that answers what the test says; the rules are those of runbooks/README.md. */
class StepRunnerTest {

    private final Runbook page = Runbook.parse("no-healthy-host", Pages.PAGE);
    private final Step tasks = page.step("tasks-wanted").orElseThrow();
    private final Target target = new Target();
    private final List<String> waits = new ArrayList<>();
    private final StepRunner runner = new StepRunner(target, Map.of("SERVICE", "service-b"), "diagnosis", waits::add);

    private static final class Target implements CommandTarget {

        private final Deque<ShellResult> results = new ArrayDeque<>();
        private final List<String> commands = new ArrayList<>();
        private final List<Duration> timeouts = new ArrayList<>();

        void prints(int exit, String output) {
            results.add(new ShellResult(exit, output, "", Duration.ofMillis(5), false));
        }

        @Override
        public ShellResult run(String command, Map<String, String> variables, Duration timeout) {
            commands.add(command.strip() + " " + variables);
            timeouts.add(timeout);
            return results.remove();
        }

        @Override
        public Instant now() {
            return Instant.EPOCH.plusSeconds(commands.size());
        }
    }

    @Test
    void aStepThatRunsAloneRunsOnceWhateverItSays() {
        target.prints(0, "bad\n");

        StepRun run = runner.until(tasks, Verdict.HEALTHY, Instant.EPOCH);

        assertThat(run.verdict()).isEqualTo(Verdict.SICK);
        assertThat(run.isSick()).isTrue();
        assertThat(target.commands).containsExactly("tasks {SERVICE=service-b}");
        assertThat(waits).isEmpty();
    }

    @Test
    void anOutputThatMatchesNeitherPatternAndACommandThatFailsAreUnclear() {
        target.prints(0, "what?\n");
        target.prints(254, "good\n");

        assertThat(runner.until(tasks, Verdict.HEALTHY, Instant.EPOCH)).satisfies(run -> {
            assertThat(run.verdict()).isEqualTo(Verdict.NEITHER);
            assertThat(run.isUnclear()).isTrue();
        });
        assertThat(runner.until(tasks, Verdict.HEALTHY, Instant.EPOCH)).satisfies(run -> {
            assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(run.isUnclear()).isTrue();
        });
    }

    @Test
    void aStepThatIsRepeatedEndsWhenItIsHealthy() {
        target.prints(0, "bad\n");
        target.prints(0, "good\n");

        StepRun run = runner.until(tasks, Verdict.HEALTHY, Instant.EPOCH.plusSeconds(60));

        assertThat(run.attempts()).isEqualTo(2);
        assertThat(run.asWanted()).isTrue();
        assertThat(waits).containsExactly("step 'tasks-wanted' is sick, not yet healthy");
    }

    @Test
    void whatChangesSomethingRunsOnceAndHasMoreTime() {
        target.prints(1, "");

        StepRun run = runner.change(page.step("want-tasks").orElseThrow());

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(target.commands).hasSize(1);
        assertThat(target.timeouts.getFirst()).isGreaterThan(Duration.ofSeconds(30));
    }

    @Test
    void aStepWithoutPatternsIsDoneWhenItsCommandSucceeds() {
        assertThat(StepRunner.wanted(tasks, Verdict.SICK)).isEqualTo(Verdict.SICK);
        assertThat(StepRunner.wanted(page.step("want-tasks").orElseThrow(), Verdict.HEALTHY)).isEqualTo(Verdict.DONE);
    }
}
