// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What one alarm of prod did in a replay.
 *
 * @param alarm its name
 * @param exchanged whether it is another instance than the rehearsed one, replayed with exchanged services
 * @param required whether the replay fails when it does not fire in time
 * @param after time from the fault until it stood, in AWS's time; zero when it stood already and may have; empty when it did
 * not fire within {@code allowed}
 * @param allowed what the page states, and one evaluation
 * @param note more for a person: why it did not fire, or which services were exchanged; may be empty
 */
public record Verdict(String alarm, boolean exchanged, boolean required, Optional<Duration> after, Duration allowed,
        String note) {

    /** {@return whether it fired in time, or need not} */
    public boolean passed() {
        return !required || after.isPresent();
    }

    /** {@return the verdict in a line, such as {@code highlands-prod-latency-slo fires 2m after the fault, allowed 5m}} */
    public String line() {
        String fires = after.map(time -> " fires " + words(time) + " after the fault, allowed ")
                .orElse(" does not fire within ") + words(allowed);
        return alarm + fires + (note.isEmpty() ? "" : " (" + note + ")");
    }

    static String words(Duration time) {
        return Duration.ofSeconds(time.toSeconds()).toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
