// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.drill;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import io.highlands.local.control.message.ScoreEntry;

/** Runs drills, one at a time, and takes what their trainee says. */
public interface DrillRuns {

    /**
     * Begins a drill.
     *
     * @param level 1 to 3
     * @param seed its number; empty for any
     * @throws IllegalArgumentException in one line, while another one runs, or where it cannot be started
     */
    void begin(int level, OptionalLong seed);

    /**
     * Says what was found.
     *
     * @param words place, kind and mitigation; later parts may be missing
     * @throws IllegalArgumentException in one line, where that cannot be said now, or a word is not one of the drill's
     */
    void answer(List<String> words);

    /**
     * Takes the next hint.
     *
     * @throws IllegalArgumentException in one line, where that cannot be said now
     */
    void hint();

    /**
     * Ends the drill; its faults and its report come with its end.
     *
     * @throws IllegalArgumentException in one line, where none runs
     */
    void giveUp();

    /** {@return how the latest drill goes} */
    DrillView view();

    /** {@return the report of the latest drill in Markdown, once it is over} */
    Optional<String> report();

    /**
     * {@return the scores of all drills of the state folder, oldest first}
     *
     * @throws io.highlands.local.control.ControlException naming file and line, when one cannot be read
     */
    List<ScoreEntry> scores();
}
