// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.Sections;
import io.highlands.local.runbook.Step;

/** The first look and the diagnosis: each step must say what the page promises, before the fault and under it. */
final class Diagnosis implements Phase {

    /** Until the newest data of every metric are of the fault: three of its periods. */
    private static final Duration SETTLING = Duration.ofMinutes(3);

    /** Until an earlier fault has left the logs of the last minutes, which pages look at in real time here as there. */
    private static final Duration FORGETTING = Duration.ofMinutes(4);

    private final boolean underTheFault;

    /**
     * Makes the phase.
     *
     * @param underTheFault whether the fault is injected, and the steps that the page names say "sick"
     */
    Diagnosis(boolean underTheFault) {
        this.underTheFault = underTheFault;
    }

    @Override
    public String name() {
        return underTheFault ? "diagnosis, sick" : "diagnosis, healthy";
    }

    @Override
    public String run(RehearsalContext context) {
        Instant settled = context.target.now().plus(underTheFault ? context.here(SETTLING) : FORGETTING);
        List<Step> steps = context.page.steps().stream().filter(step -> step.section().equals(Sections.FIRST_LOOK)
                || step.section().equals(Sections.DIAGNOSIS)).filter(step -> !step.name().equals(Runbook.VARIABLES))
                .toList();
        StepRunner runner = new StepRunner(context, this);
        for (Step step : steps) {
            StepRun run = runner.until(step, wanted(context, step), settled);
            if (!run.asWanted()) {
                context.fail(run.failure(context.page.file()));
            }
        }
        return steps.size() + " steps say what the page promises";
    }

    private Verdict wanted(RehearsalContext context, Step step) {
        if (step.isAwsOnly()) {
            return Verdict.SKIPPED;
        }
        if (step.healthy().isEmpty() && step.sick().isEmpty()) {
            return Verdict.DONE;
        }
        return underTheFault && context.spec.sick().contains(step.name()) ? Verdict.SICK : Verdict.HEALTHY;
    }
}
