// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.shell;

import java.time.Duration;

/**
 * What a command said.
 *
 * @param exit its exit code; −1 when it was ended
 * @param out what it wrote to its output, up to {@link Shell#MAX_OUTPUT} characters
 * @param errors what it wrote beside it, as much at most
 * @param took how long it ran
 * @param ended whether it was ended because it took too long
 */
public record ShellResult(int exit, String out, String errors, Duration took, boolean ended) {

    /**
     * Whether it succeeded.
     *
     * @return true for an exit code of 0
     */
    public boolean good() {
        return exit == 0 && !ended;
    }

    /**
     * Why it failed.
     *
     * @return one line
     */
    public String failure() {
        return ended
                ? "did not end within " + took.toSeconds() + " s"
                : "exit code " + exit + ", " + errors.strip().lines().filter(line -> !line.isBlank())
                        .reduce((first, second) -> second).orElse("it said nothing");
    }
}
