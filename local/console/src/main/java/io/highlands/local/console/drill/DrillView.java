// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.drill;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.highlands.local.control.message.DrillBegun;
import io.highlands.local.control.message.ScoreEntry;

/**
 * What is known of the console's drill, the latest one, at a moment. While it runs, that names none of its faults.
 *
 * @param phase how far it is
 * @param number counts the drills of this console; 0 before the first
 * @param started when its process was started
 * @param begun what may be said of it; absent before its faults are injected
 * @param told what the trainee said, after {@code >}, and was told; the last of it
 * @param said what the trainee answered last: place, kind, mitigation; parts may be missing
 * @param score what came of it; absent before it is over, and for one that never began
 * @param elsewhere the drill of another process; absent unless the phase is that
 */
public record DrillView(Phase phase, int number, Instant started, Optional<DrillBegun> begun, List<String> told,
        List<String> said, Optional<ScoreEntry> score, Optional<RunningDrill> elsewhere) {

    /** How far a drill is. */
    public enum Phase {
        /** None was begun. */
        NONE,
        /** It waits for a healthy platform. */
        WAITING,
        /** Its faults are injected. */
        RUNNING,
        /** Its process has ended. */
        OVER,
        /** None of this console runs, but one that was begun in a terminal. */
        ELSEWHERE
    }

    /** Copies the lists. */
    public DrillView {
        told = List.copyOf(told);
        said = List.copyOf(said);
    }

    /** {@return what is another one whenever the page has to show other forms} */
    String key() {
        return phase.name().toLowerCase(Locale.ROOT) + "-" + number
                + elsewhere.map(drill -> "-" + drill.pid()).orElse("");
    }
}
