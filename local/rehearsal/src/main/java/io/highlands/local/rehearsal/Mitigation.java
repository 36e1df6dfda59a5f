// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.util.Optional;

import io.highlands.local.runbook.Step;

/** Runs the page's mitigation, as a reader would, and nothing else: the fault is not cleared. */
final class Mitigation implements Phase {

    static final String NAME = "mitigation";

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
            StepRun run = context.steps(this).change(step.get());
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
