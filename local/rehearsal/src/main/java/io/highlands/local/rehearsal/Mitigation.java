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
    private static final Duration PATIENCE_PER_COMMAND = Duration.ofMinutes(2);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String play(Act act) {
        for (String name : act.spec.mitigation()) {
            Optional<Step> step = act.page.step(name);
            if (step.isEmpty()) {
                act.fail("mitigation: there is no command '" + name + "' in " + act.page.file());
                return "";
            }
            Instant at = act.stage.now();
            ShellResult result = act.stage.run(step.get().command(), act.variables, PATIENCE_PER_COMMAND);
            StepRun run = new StepRun(at, name(), step.get(), result, result.good() ? Verdict.DONE : Verdict.FAILED,
                    Verdict.DONE, 1);
            act.steps.add(run);
            if (!run.asWanted()) {
                act.fail(run.failure(act.page.file()));
            }
        }
        act.mitigatedAt = Optional.of(act.stage.now());
        act.tell("mitigated: " + String.join(", ", act.spec.mitigation()));
        return String.join(", ", act.spec.mitigation());
    }
}
