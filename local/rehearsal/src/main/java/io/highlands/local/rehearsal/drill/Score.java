// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.time.Duration;
import java.util.List;

/**
 * The points of a drill, 0 to 100: what was found and ended, less what was wrong, hinted at and late.
 *
 * @param points the sum, at least 0
 * @param found for places (30), kinds (20), mitigations named (20) and mitigations that work (30): the mean of all faults
 * @param wrong taken off for wrong parts of answers
 * @param hints taken off for hints
 * @param late taken off for time
 */
public record Score(int points, int found, int wrong, int hints, int late) {

    /** Points of a hint. */
    static final int HINT = 10;

    /** The rule in words. */
    static final String RULE = "30 points for the place, 20 for the kind, 20 for naming the mitigation, 30 for a mitigation "
            + "that works, the mean of all faults; less 5 for each wrong part of an answer, 10 for each hint, and 1 for each "
            + "full minute after the fifth between the first alarm and the end of the last fault, at most 20.";

    private static final int WHERE = 30;
    private static final int KIND = 20;
    private static final int NAMED = 20;
    private static final int WORKS = 30;
    private static final int WRONG = 5;
    private static final int MAX_LATE = 20;
    private static final Duration IN_TIME = Duration.ofMinutes(5);

    /**
     * Counts.
     *
     * @param findings what was found of each fault
     * @param works whether the mitigation works
     * @param wrong how many parts of answers were wrong
     * @param hints how many hints were taken
     * @param lasted from the first alarm to the end of the last fault
     */
    static Score of(List<Findings> findings, boolean works, int wrong, int hints, Duration lasted) {
        int sum = findings.stream().mapToInt(one -> (one.where.isPresent() ? WHERE : 0)
                + (one.kind.isPresent() ? KIND : 0) + (one.mitigation.isPresent() ? NAMED : 0)
                + (works ? WORKS : 0)).sum();
        int found = Math.round((float) sum / findings.size());
        int late = Math.clamp(lasted.minus(IN_TIME).toMinutes(), 0, MAX_LATE);
        int lost = wrong * WRONG + hints * HINT + late;
        return new Score(Math.max(0, found - lost), found, wrong * WRONG, hints * HINT, late);
    }
}
