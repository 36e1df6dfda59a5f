// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;

import io.highlands.local.rehearsal.shell.ShellResult;
import io.highlands.local.runbook.Step;

/** Runs a step of a page again and again, until it says what is wanted or the time is over. */
final class StepRunner {

    private static final Duration TIMEOUT_PER_COMMAND = Duration.ofSeconds(30);

    private final RehearsalContext context;
    private final Phase phase;

    StepRunner(RehearsalContext context, Phase phase) {
        this.context = context;
        this.phase = phase;
    }

    /**
     * Runs a step, once at least, and keeps the last run with the rehearsal.
     *
     * @param step the step
     * @param wanted what it should say; one that is skipped does not run
     * @param end when it is run no more
     * @return the last run
     */
    StepRun until(Step step, Verdict wanted, Instant end) {
        for (int attempt = 1;; attempt++) {
            Instant at = context.target.now();
            ShellResult result = wanted == Verdict.SKIPPED
                    ? new ShellResult(0, "", "", Duration.ZERO, false)
                    : context.target.run(step.command(), context.variables, TIMEOUT_PER_COMMAND);
            Verdict verdict = wanted == Verdict.SKIPPED ? wanted : Verdict.of(step, result);
            if (verdict == wanted || !context.target.now().isBefore(end)) {
                StepRun run = new StepRun(at, phase.name(), step, result, verdict, wanted, attempt);
                context.steps.add(run);
                return run;
            }
            context.pause(phase, "step '" + step.name() + "' is " + verdict.words() + ", not yet " + wanted.words());
        }
    }
}
