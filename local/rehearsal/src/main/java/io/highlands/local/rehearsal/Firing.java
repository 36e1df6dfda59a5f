// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Injects the fault and sees every expected alarm go into ALARM in the runbook's time and one evaluation. */
final class Firing implements Phase {

    /** How much of a fault is recorded whose alarm would need hours: five data points of every series. */
    private static final Duration RECORDED = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "fault and alarm";
    }

    @Override
    public String run(RehearsalContext context) {
        Instant at = context.target.now();
        context.tell("fault: " + context.spec.fault());
        context.fault = Optional.of(context.target.inject(context.spec.fault()));
        context.faultAt = Optional.of(at);
        if (context.spec.virtual()) {
            context.await(this, context.here(RECORDED), () -> "what is recorded for the replay");
            return "recorded for the replay";
        }
        Duration allowed = context.here(context.spec.firesWithin()).plus(context.evaluation());
        String missing = context.await(this, allowed, () -> missing(context));
        Duration waited = Duration.between(at, context.target.now());
        if (!missing.isEmpty()) {
            context.fail("fault and alarm: " + missing
                    + " is not in ALARM %d s after the fault; allowed: %d s (fires-within %s, and one evaluation)"
                            .formatted(waited.toSeconds(), allowed.toSeconds(), minutes(context.spec.firesWithin()))
                    + (missing.contains(BurnRates.KIND) ? BurnRates.held(context.here(BurnRates.LONGEST)) : ""));
            return missing;
        }
        detect(context, at);
        return context.detected.map(time -> "in ALARM after " + time.toSeconds() + " s")
                .orElse("the expected stand");
    }

    private static String missing(RehearsalContext context) {
        Set<String> missing = new TreeSet<>(context.expected());
        missing.removeAll(context.target.standing().keySet());
        return String.join(", ", missing);
    }

    private static void detect(RehearsalContext context, Instant at) {
        Map<String, Instant> standing = context.target.standing();
        context.detected = context.expected().stream().filter(context::own).map(standing::get)
                .filter(since -> since != null && !since.isBefore(at)).max(Instant::compareTo)
                .map(since -> Duration.between(at, since));
        context.detected.ifPresent(time -> context.tell("the runbook's alarm is in ALARM"));
    }

    static String minutes(Duration time) {
        return time.toSecondsPart() == 0 ? time.toMinutes() + "m" : time.toSeconds() + "s";
    }
}
