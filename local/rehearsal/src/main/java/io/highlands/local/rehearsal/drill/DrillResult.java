// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.highlands.local.control.message.ScoreEntry;

/**
 * What came of a drill: its JSON report.
 *
 * @param environment the environment's name
 * @param plan what was hidden
 * @param began when the faults were injected
 * @param mitigated whether all faults ended by a mitigation, and the alarms after them
 * @param score the points
 * @param times the times
 * @param firstAlarm what was the first in ALARM, without {@code highlands-ENV-}
 * @param found of each fault, in the plan's order
 * @param moments what happened, in order
 * @param budget what it cost; absent where metrics could not be read
 */
public record DrillResult(String environment, DrillPlan plan, Instant began, boolean mitigated, Score score,
        Times times, Optional<String> firstAlarm, List<Found> found, List<Moment> moments,
        Optional<SpentBudget> budget) {

    /** Copies the lists. */
    public DrillResult {
        found = List.copyOf(found);
        moments = List.copyOf(moments);
    }

    /**
     * Whole seconds since the faults were injected; absent for what did not happen.
     *
     * @param alarm until the first alarm
     * @param where until all places were found
     * @param diagnosed until all places and kinds were found
     * @param mitigated until the last fault ended by a mitigation
     * @param recovered until no alarm was in ALARM after it
     */
    public record Times(Optional<Long> alarm, Optional<Long> where, Optional<Long> diagnosed,
            Optional<Long> mitigated, Optional<Long> recovered) {}

    /**
     * When parts of a fault were found, in whole seconds since it was injected; absent for what was not.
     *
     * @param where the place
     * @param kind the kind
     * @param mitigation the name of the mitigation
     * @param ended when the fault ended
     */
    public record Found(Optional<Long> where, Optional<Long> kind, Optional<Long> mitigation,
            Optional<Long> ended) {}

    /** {@return its line of the scores} */
    public ScoreEntry entry() {
        return new ScoreEntry(began, plan.level(), plan.seed(), score.points(), mitigated, times.mitigated(),
                score.wrong(), score.hints());
    }

    /** {@return the name of its report, without ending} */
    public String name() {
        return "level-%d-seed-%d".formatted(plan.level(), plan.seed());
    }
}
