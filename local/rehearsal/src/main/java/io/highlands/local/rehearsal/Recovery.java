// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Sees the expected alarms end by the mitigation alone, burn rates apart, and the fault gone with them. */
final class Recovery implements Phase {

    @Override
    public String name() {
        return "recovery";
    }

    @Override
    public String play(Act act) {
        Instant from = act.mitigatedAt.orElseThrow();
        Duration allowed = act.here(act.spec.clearsWithin()).plus(act.evaluation());
        String standing = act.await(this, left(act, from, allowed), () -> standing(act));
        Duration waited = Duration.between(from, act.stage.now());
        if (!standing.isEmpty()) {
            act.fail(
                    "recovery: %s still stands %d s after the mitigation; allowed: %d s (clears-within %s, and one evaluation)"
                            .formatted(standing, waited.toSeconds(), allowed.toSeconds(),
                                    Firing.minutes(act.spec.clearsWithin())));
            return standing;
        }
        act.recovered = Optional.of(waited);
        act.tell("all that was expected to end is OK");
        String fault = act.await(this, left(act, from, allowed), () -> fault(act));
        if (!fault.isEmpty()) {
            act.fail("recovery: the mitigation leaves the fault '" + fault + "' injected");
        }
        return "OK after " + waited.toSeconds() + " s";
    }

    private static Duration left(Act act, Instant from, Duration allowed) {
        return allowed.minus(Duration.between(from, act.stage.now()));
    }

    /** The fault, as long as a task has it: those that are replaced keep it until they end. */
    private static String fault(Act act) {
        return act.fault.filter(act.stage.faults()::contains).isPresent() ? act.spec.fault() : "";
    }

    private static String standing(Act act) {
        Set<String> standing = new TreeSet<>(act.clearing());
        standing.retainAll(act.stage.standing().keySet());
        return String.join(", ", standing);
    }
}
