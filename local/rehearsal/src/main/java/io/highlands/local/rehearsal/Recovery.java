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
    public String run(RehearsalContext context) {
        Instant from = context.mitigatedAt.orElseThrow();
        Duration allowed = context.here(context.spec.clearsWithin()).plus(context.evaluation());
        String standing = context.await(this, left(context, from, allowed), () -> standing(context));
        Duration waited = Duration.between(from, context.target.now());
        if (!standing.isEmpty()) {
            context.fail(
                    "recovery: %s is still in ALARM %d s after the mitigation; allowed: %d s (clears-within %s, and one evaluation)"
                            .formatted(standing, waited.toSeconds(), allowed.toSeconds(),
                                    Firing.minutes(context.spec.clearsWithin())));
            return standing;
        }
        context.recovered = Optional.of(waited);
        context.tell("all that was expected to end is OK");
        String fault = context.await(this, left(context, from, allowed), () -> fault(context));
        if (!fault.isEmpty()) {
            context.fail("recovery: the mitigation leaves the fault '" + fault + "' injected");
        }
        return "OK after " + waited.toSeconds() + " s";
    }

    private static Duration left(RehearsalContext context, Instant from, Duration allowed) {
        return allowed.minus(Duration.between(from, context.target.now()));
    }

    /** The fault, as long as a task has it: those that are replaced keep it until they end. */
    private static String fault(RehearsalContext context) {
        return context.fault.filter(context.target.faults()::contains).isPresent() ? context.spec.fault() : "";
    }

    private static String standing(RehearsalContext context) {
        Set<String> standing = new TreeSet<>(context.clearing());
        standing.retainAll(context.target.standing().keySet());
        return String.join(", ", standing);
    }
}
