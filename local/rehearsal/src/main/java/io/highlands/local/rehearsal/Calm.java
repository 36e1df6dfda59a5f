// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Before the fault: nothing that is expected stands yet, no fault is injected, and all services have been steady for a while. */
final class Calm implements Phase {

    /** What an earlier fault has left in the longest of the alarms that are waited for: 15 periods, and as much again. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    /** AWS's time without events: what is recorded of it stands, in the replay, for all the hours before the fault. */
    private static final Duration STRETCH = Duration.ofMinutes(3);

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
        act.calmSince = Optional.of(act.stage.undisturbedSince());
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
        if (!standing.isEmpty()) {
            return standing + " still stands";
        }
        String unsteady = act.stage.unsteady();
        return unsteady.isEmpty() ? tooShort(act) : unsteady;
    }

    private static String tooShort(Act act) {
        Duration calm = Duration.between(act.stage.undisturbedSince(), act.stage.now());
        Duration wanted = act.here(STRETCH);
        return calm.compareTo(wanted) >= 0
                ? ""
                : "undisturbed for %d s of %d s".formatted(calm.toSeconds(), wanted.toSeconds());
    }
}
