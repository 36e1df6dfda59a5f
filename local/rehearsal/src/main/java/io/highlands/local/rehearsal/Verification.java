// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.highlands.local.runbook.Sections;
import io.highlands.local.runbook.Step;

/** The page's own proof that all is healthy again, each command within its time. */
final class Verification implements Phase {

    @Override
    public String name() {
        return "verification";
    }

    @Override
    public String run(RehearsalContext context) {
        Instant from = context.mitigatedAt.orElseThrow();
        List<Step> steps = context.page.steps(Sections.VERIFICATION).stream().filter(step -> !step.isAwsOnly())
                .toList();
        StepRunner runner = context.steps(this);
        for (Step step : steps) {
            Verdict wanted = StepRunner.wanted(step, Verdict.HEALTHY);
            Duration allowed = context.here(StepRunner.verifiedWithin(step)).plus(context.evaluation());
            StepRun run = runner.until(step, wanted, from.plus(allowed));
            context.steps.add(run);
            if (!run.asWanted()) {
                context.fail(run.failure(context.page.file()) + "; allowed: %d s after the mitigation"
                        .formatted(allowed.toSeconds()));
            }
        }
        return steps.size() + " commands report healthy";
    }
}
