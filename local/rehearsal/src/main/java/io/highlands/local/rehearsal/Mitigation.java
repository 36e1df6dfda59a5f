// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.highlands.local.rehearsal.shell.ShellResult;
import io.highlands.local.runbook.Step;

/** Runs the page's mitigation, as a reader would, and nothing else: the fault is not cleared. */
final class Mitigation implements Phase {

    static final String NAME = "mitigation";

    /** A mitigation may wait for a deployment. */
    private static final Duration TIMEOUT_PER_COMMAND = Duration.ofMinutes(2);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(RehearsalContext context) {
        for (String name : context.spec.mitigation()) {
            Optional<Step> step = context.page.step(name);
            if (step.isEmpty()) {
                context.fail("mitigation: there is no command '" + name + "' in " + context.page.file());
                return "";
            }
            Instant at = context.target.now();
            ShellResult result = context.target.run(step.get().command(), context.variables, TIMEOUT_PER_COMMAND);
            StepRun run = new StepRun(at, name(), step.get(), result, result.good() ? Verdict.DONE : Verdict.FAILED,
                    Verdict.DONE, 1);
            context.steps.add(run);
            if (!run.asWanted()) {
                context.fail(run.failure(context.page.file()));
            }
        }
        context.mitigatedAt = Optional.of(context.target.now());
        context.tell("mitigated: " + String.join(", ", context.spec.mitigation()));
        return String.join(", ", context.spec.mitigation());
    }
}
