// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

import io.highlands.local.rehearsal.shell.ShellResult;
import io.highlands.local.runbook.Step;

/** Runs steps of a page and judges their output, in a rehearsal as alone. */
final class StepRunner {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A mitigation may wait for a deployment. */
    private static final Duration TIMEOUT_OF_CHANGE = Duration.ofMinutes(2);

    /** How long a verification may take where its page states no time, in AWS's time. */
    private static final Duration USUAL_VERIFICATION = Duration.ofMinutes(5);

    private final CommandTarget target;
    private final Map<String, String> variables;
    private final String phase;
    private final Consumer<String> waiting;

    /**
     * Runs nothing yet.
     *
     * @param target where the commands are run
     * @param variables the page's variables
     * @param phase for what they are run, as the runs say it
     * @param waiting takes what is still missing, and returns when the step may run again
     */
    StepRunner(CommandTarget target, Map<String, String> variables, String phase, Consumer<String> waiting) {
        this.target = target;
        this.variables = variables;
        this.phase = phase;
        this.waiting = waiting;
    }

    /**
     * The verdict that a step is to have.
     *
     * @param step the step
     * @param judged the verdict of one whose page gives patterns
     * @return that, unless it runs in an account only or its page gives none
     */
    static Verdict wanted(Step step, Verdict judged) {
        if (step.isAwsOnly()) {
            return Verdict.SKIPPED;
        }
        return step.healthy().isEmpty() && step.sick().isEmpty() ? Verdict.DONE : judged;
    }

    /** {@return AWS's time within which a verification gets healthy} */
    static Duration verifiedWithin(Step step) {
        return step.within().orElse(USUAL_VERIFICATION);
    }

    /**
     * Runs a step again and again, once at least, until it says what is wanted or the time is over.
     *
     * @param step the step
     * @param wanted what it should say; one that is skipped does not run
     * @param end when it is run no more
     * @return the last run
     */
    StepRun until(Step step, Verdict wanted, Instant end) {
        for (int attempt = 1;; attempt++) {
            Instant at = target.now();
            ShellResult result = wanted == Verdict.SKIPPED
                    ? new ShellResult(0, "", "", Duration.ZERO, false)
                    : target.run(step.command(), variables, TIMEOUT);
            Verdict verdict = wanted == Verdict.SKIPPED ? wanted : Verdict.of(step, result);
            if (verdict == wanted || !target.now().isBefore(end)) {
                return new StepRun(at, phase, step, result, verdict, wanted, attempt);
            }
            waiting.accept("step '" + step.name() + "' is " + verdict.words() + ", not yet " + wanted.words());
        }
    }

    /**
     * Runs a step that changes something, once.
     *
     * @param step the step
     * @return the run: done or failed
     */
    StepRun change(Step step) {
        Instant at = target.now();
        ShellResult result = target.run(step.command(), variables, TIMEOUT_OF_CHANGE);
        return new StepRun(at, phase, step, result, result.good() ? Verdict.DONE : Verdict.FAILED, Verdict.DONE, 1);
    }
}
