// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.highlands.local.runbook.Sections;
import io.highlands.local.runbook.Step;

/** The page's own proof that all is healthy again, each command within its time. */
final class Verification implements Phase {

    /** Where a page states no time. */
    private static final Duration USUAL = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "verification";
    }

    @Override
    public String run(RehearsalContext context) {
        Instant from = context.mitigatedAt.orElseThrow();
        List<Step> steps = context.page.steps(Sections.VERIFICATION).stream().filter(step -> !step.isAwsOnly())
                .toList();
        StepRunner runner = new StepRunner(context, this);
        for (Step step : steps) {
            Verdict wanted = step.healthy().isEmpty() ? Verdict.DONE : Verdict.HEALTHY;
            Duration allowed = context.here(step.within().orElse(USUAL)).plus(context.evaluation());
            StepRun run = runner.until(step, wanted, from.plus(allowed));
            if (!run.asWanted()) {
                context.fail(run.failure(context.page.file()) + "; allowed: %d s after the mitigation"
                        .formatted(allowed.toSeconds()));
            }
        }
        return steps.size() + " commands report healthy";
    }
}
