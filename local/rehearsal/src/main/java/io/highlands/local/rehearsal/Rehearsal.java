// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.util.List;

import io.highlands.local.runbook.Runbook;

/** The whole circle of one page: calm, fault, alarm, diagnosis, mitigation, recovery. The fault never outlives it. */
final class Rehearsal {

    private final Stage stage;
    private final String environment;
    private final int timeScale;
    private final Watcher watcher;
    private final Replaying replaying;

    Rehearsal(Stage stage, String environment, int timeScale, Watcher watcher, Replaying replaying) {
        this.stage = stage;
        this.environment = environment;
        this.timeScale = timeScale;
        this.watcher = watcher;
        this.replaying = replaying;
    }

    /**
     * Rehearses a page that says how.
     *
     * @param page the page
     * @return what came of it
     */
    Result of(Runbook page) {
        watcher.begins(page.kind());
        Act act = new Act(page, environment, stage, timeScale, watcher);
        List<String> replay = List.of();
        try {
            if (act.play(new Calm())) {
                act.play(new Diagnosis(false));
                replay = underTheFault(act);
            }
        } catch (RuntimeException e) {
            act.fail("the rehearsal could not go on: " + e.getMessage());
        } finally {
            act.fault.ifPresent(stage::clear);
        }
        Result result = act.result(replay);
        watcher.ended(result);
        return result;
    }

    private List<String> underTheFault(Act act) {
        if (!act.play(new Firing())) {
            act.play(new Peak());
            act.play(new Unexpected());
            return List.of();
        }
        act.play(new Diagnosis(true));
        act.play(new Peak());
        act.play(new Mitigation());
        if (act.mitigatedAt.isPresent() && act.play(new Recovery())) {
            act.play(new Verification());
        }
        act.play(new Unexpected());
        return replaying.replay(act);
    }
}
