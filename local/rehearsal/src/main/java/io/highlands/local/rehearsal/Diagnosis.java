// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import io.highlands.local.runbook.Step;

/** The first look and the diagnosis: each step must say what the page promises, before the fault and under it. */
final class Diagnosis implements Phase {

    /** Until the newest data of every metric are of the fault: three of its periods. */
    private static final Duration SETTLING = Duration.ofMinutes(3);

    /** How long an earlier fault stays in logs at least, which pages look at in real time here as there, in minutes. */
    private static final int REMEMBERED = 3;
    private static final Pattern LOOKS_BACK = Pattern.compile("- (\\d{1,3}) \\* 60\\b");

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
        List<Step> steps = context.page.steps().stream().filter(Step::isDiagnosis).toList();
        Instant settled = context.target.now().plus(underTheFault ? context.here(SETTLING) : forgotten(steps));
        StepRunner runner = context.steps(this);
        for (Step step : steps) {
            StepRun run = runner.until(step, wanted(context, step), settled);
            context.steps.add(run);
            if (!run.asWanted()) {
                context.fail(run.failure(context.page.file()));
            }
        }
        return steps.size() + " steps say what the page promises";
    }

    /** Until what an earlier fault or platform left has passed out of the longest stretch of logs that a step looks at. */
    private static Duration forgotten(List<Step> steps) {
        int longest = steps.stream().flatMap(step -> LOOKS_BACK.matcher(step.command()).results())
                .mapToInt(minutes -> Integer.parseInt(minutes.group(1))).max().orElse(0);
        return Duration.ofMinutes(Math.max(longest, REMEMBERED) + 1L);
    }

    private Verdict wanted(RehearsalContext context, Step step) {
        return StepRunner.wanted(step,
                underTheFault && context.spec.sick().contains(step.name()) ? Verdict.SICK : Verdict.HEALTHY);
    }
}
