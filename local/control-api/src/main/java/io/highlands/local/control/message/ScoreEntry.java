// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of the scores.
 *
 * @param at when the drill began
 * @param level its level
 * @param seed its seed
 * @param points 0 to 100
 * @param mitigated whether the mitigation worked
 * @param secondsToMitigate from the faults to the end of the last one; absent where it was given up
 * @param wrongPoints taken off for wrong answers
 * @param hintPoints taken off for hints
 */
public record ScoreEntry(Instant at, int level, long seed, int points, boolean mitigated,
        Optional<Long> secondsToMitigate, int wrongPoints, int hintPoints) {}
