// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Before the fault: nothing that is expected stands yet, no fault is injected, and all services are steady. */
final class Calm implements Phase {

    /** What an earlier fault has left in the longest of the alarms that are waited for: 15 periods, and as much again. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @Override
    public String name() {
        return "calm";
    }

    @Override
    public String play(Act act) {
        String disturbed = act.await(this, act.here(PATIENCE), () -> disturbance(act));
        if (!disturbed.isEmpty()) {
            act.fail("calm: " + disturbed + " after " + act.here(PATIENCE).toSeconds() + " s");
        }
        act.calmAt = Optional.of(act.stage.now());
        act.tell("calm");
        return "nothing stands, all services are steady";
    }

    private static String disturbance(Act act) {
        Set<String> faults = act.stage.faults();
        if (!faults.isEmpty()) {
            return "another fault is injected: " + String.join(", ", faults);
        }
        String standing = String.join(", ",
                act.stage.standing().keySet().stream().filter(name -> !act.mayLast(name)).toList());
        return standing.isEmpty() ? act.stage.unsteady() : standing + " still stands";
    }
}
