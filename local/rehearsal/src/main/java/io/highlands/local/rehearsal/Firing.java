// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Injects the fault and sees every expected alarm stand in the page's time and one evaluation. */
final class Firing implements Phase {

    /** How much of a fault is recorded whose alarm would need hours: five data points of every series. */
    private static final Duration RECORDED = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "fault and alarm";
    }

    @Override
    public String play(Act act) {
        Instant at = act.stage.now();
        act.tell("fault: " + act.spec.fault());
        act.fault = Optional.of(act.stage.inject(act.spec.fault()));
        act.faultAt = Optional.of(at);
        if (act.spec.virtual()) {
            act.await(this, act.here(RECORDED), () -> "what is recorded for the replay");
            return "recorded for the replay";
        }
        Duration allowed = act.here(act.spec.firesWithin()).plus(act.evaluation());
        String missing = act.await(this, allowed, () -> missing(act));
        Duration waited = Duration.between(at, act.stage.now());
        if (!missing.isEmpty()) {
            act.fail("fault and alarm: " + missing
                    + " does not stand %d s after the fault; allowed: %d s (fires-within %s, and one evaluation)"
                            .formatted(waited.toSeconds(), allowed.toSeconds(), minutes(act.spec.firesWithin()))
                    + (missing.contains(BurnRates.KIND) ? BurnRates.held(act.here(BurnRates.LONGEST)) : ""));
            return missing;
        }
        detect(act, at);
        return act.detected.map(time -> "the alarm stood after " + time.toSeconds() + " s")
                .orElse("the expected stand");
    }

    private static String missing(Act act) {
        Set<String> missing = new TreeSet<>(act.expected());
        missing.removeAll(act.stage.standing().keySet());
        return String.join(", ", missing);
    }

    private static void detect(Act act, Instant at) {
        Map<String, Instant> standing = act.stage.standing();
        act.detected = act.expected().stream().filter(act::own).map(standing::get)
                .filter(since -> since != null && !since.isBefore(at)).max(Instant::compareTo)
                .map(since -> Duration.between(at, since));
        act.detected.ifPresent(time -> act.tell("the page's alarm stands"));
    }

    static String minutes(Duration time) {
        return time.toSecondsPart() == 0 ? time.toMinutes() + "m" : time.toSeconds() + "s";
    }
}
