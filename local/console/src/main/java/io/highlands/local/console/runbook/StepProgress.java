// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.runbook;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * Steps of a page, while they run or afterwards.
 *
 * @param order what was to run
 * @param started when the first one began
 * @param exitCode the exit code of {@code highlands runbooks run}; empty while they run
 * @param message the last line of what it complained of; empty without one
 */
public record StepProgress(StepOrder order, Instant started, OptionalInt exitCode, String message) {

    /** The exit code of steps of which one is sick. */
    private static final int SICK = 3;

    /** {@return whether they still run} */
    public boolean running() {
        return exitCode.isEmpty();
    }

    /** {@return whether they could not be run} */
    boolean failed() {
        return exitCode.isPresent() && exitCode.getAsInt() != 0 && exitCode.getAsInt() != SICK && !message.isEmpty();
    }
}
