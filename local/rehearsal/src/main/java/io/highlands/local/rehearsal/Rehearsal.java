// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.util.List;

import io.highlands.local.runbook.Runbook;

/** The whole circle of one page: calm, fault, alarm, diagnosis, mitigation, recovery. The fault never outlives it. */
final class Rehearsal {

    private final RehearsalTarget target;
    private final String environment;
    private final int timeScale;
    private final RehearsalListener listener;
    private final Replaying replaying;

    Rehearsal(RehearsalTarget target, String environment, int timeScale, RehearsalListener listener,
            Replaying replaying) {
        this.target = target;
        this.environment = environment;
        this.timeScale = timeScale;
        this.listener = listener;
        this.replaying = replaying;
    }

    /**
     * Rehearses a page that says how.
     *
     * @param page the page
     * @return what came of it
     */
    Result of(Runbook page) {
        listener.begins(page.kind());
        RehearsalContext context = new RehearsalContext(page, environment, target, timeScale, listener);
        List<String> replay = List.of();
        try {
            if (context.run(new Calm())) {
                context.run(new Diagnosis(false));
                replay = underTheFault(context);
            }
        } catch (RuntimeException e) {
            context.fail("the rehearsal could not go on: " + e.getMessage());
        } finally {
            context.fault.ifPresent(target::clear);
        }
        Result result = context.result(replay);
        listener.ended(result);
        return result;
    }

    private List<String> underTheFault(RehearsalContext context) {
        if (!context.run(new Firing())) {
            context.run(new Peak());
            context.run(new Unexpected());
            return List.of();
        }
        context.run(new FirstLook());
        context.run(new Diagnosis(true));
        context.run(new Peak());
        context.run(new Mitigation());
        if (context.mitigatedAt.isPresent() && context.run(new Recovery())) {
            context.run(new Verification());
        }
        context.run(new Unexpected());
        return replaying.replay(context);
    }
}
