// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.util.List;
import java.util.Optional;

/**
 * A line that {@code highlands drill --json} prints.
 *
 * @param told what the trainee is told, line by line
 * @param input the line of the trainee that it responds to; absent where it responds to none
 * @param begun present in the line with which the clock starts
 * @param score present in the last line of a drill that has begun
 * @param report the path of the report, beside {@code score}
 */
public record DrillEvent(List<String> told, Optional<String> input, Optional<DrillBegun> begun,
        Optional<ScoreEntry> score, Optional<String> report) {

    /** Copies the list. */
    public DrillEvent {
        told = List.copyOf(told);
    }

    /**
     * {@return an event that only tells something}
     *
     * @param lines what
     * @param input the line that it responds to
     */
    public static DrillEvent told(List<String> lines, Optional<String> input) {
        return new DrillEvent(lines, input, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
