// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.highlands.local.rehearsal.shell.ShellResult;
import io.highlands.local.runbook.Sections;
import io.highlands.local.runbook.Step;

/** The page's own proof that all is well again, each command within its time. */
final class Verification implements Phase {

    private static final Duration PATIENCE_PER_COMMAND = Duration.ofSeconds(30);

    /** Where a page states no time. */
    private static final Duration USUAL = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "verification";
    }

    @Override
    public String play(Act act) {
        Instant from = act.mitigatedAt.orElseThrow();
        List<Step> steps = act.page.steps(Sections.VERIFICATION).stream().filter(step -> !step.isAwsOnly()).toList();
        for (Step step : steps) {
            Duration allowed = act.here(step.within().orElse(USUAL)).plus(act.evaluation());
            StepRun run = run(act, step, from.plus(allowed));
            act.steps.add(run);
            if (!run.asWanted()) {
                act.fail(run.failure(act.page.file()) + "; allowed: %d s after the mitigation"
                        .formatted(allowed.toSeconds()));
            }
        }
        return steps.size() + " commands say that all is well";
    }

    private StepRun run(Act act, Step step, Instant end) {
        Verdict wanted = step.healthy().isEmpty() ? Verdict.DONE : Verdict.HEALTHY;
        for (int attempt = 1;; attempt++) {
            Instant at = act.stage.now();
            ShellResult result = act.stage.run(step.command(), act.variables, PATIENCE_PER_COMMAND);
            Verdict verdict = Verdict.of(step, result);
            if (verdict == wanted || !act.stage.now().isBefore(end)) {
                return new StepRun(at, name(), step, result, verdict, wanted, attempt);
            }
            act.stage.pause();
        }
    }
}
