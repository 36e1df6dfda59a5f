// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Before the fault: nothing that is expected stands yet, no fault is injected, and all services have been steady for a while. */
final class Calm implements Phase {

    /** What an earlier fault has left in the longest of the alarms that are waited for: 15 periods, and as much again. */
    private static final Duration TIMEOUT = Duration.ofMinutes(30);
    /** AWS's time without events: what is recorded of it stands, in the replay, for all the hours before the fault. */
    private static final Duration STRETCH = Duration.ofMinutes(3);

    @Override
    public String name() {
        return "calm";
    }

    @Override
    public String run(RehearsalContext context) {
        String disturbed = context.await(this, context.here(TIMEOUT), () -> disturbance(context));
        if (!disturbed.isEmpty()) {
            context.fail("calm: " + disturbed + " after " + context.here(TIMEOUT).toSeconds() + " s");
        }
        context.calmSince = Optional.of(context.target.undisturbedSince());
        context.tell("calm");
        return "no alarm is in ALARM, all services are steady";
    }

    private static String disturbance(RehearsalContext context) {
        Set<String> faults = context.target.faults();
        if (!faults.isEmpty()) {
            return "another fault is injected: " + String.join(", ", faults);
        }
        String standing = String.join(", ",
                context.target.standing().keySet().stream().filter(name -> !context.mayLast(name)).toList());
        if (!standing.isEmpty()) {
            return standing + " is still in ALARM";
        }
        String unsteady = context.target.unsteady();
        return unsteady.isEmpty() ? tooShort(context) : unsteady;
    }

    private static String tooShort(RehearsalContext context) {
        Duration calm = Duration.between(context.target.undisturbedSince(), context.target.now());
        Duration wanted = context.here(STRETCH);
        return calm.compareTo(wanted) >= 0
                ? ""
                : "undisturbed for %d s of %d s".formatted(calm.toSeconds(), wanted.toSeconds());
    }
}
