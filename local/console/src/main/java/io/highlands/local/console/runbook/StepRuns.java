// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.runbook;

import java.util.List;
import java.util.Optional;

import io.highlands.local.control.message.RunbookStepResult;

/** Runs steps of runbooks, those of one page at a time, and keeps the last result of each. */
public interface StepRuns {

    /**
     * Begins to run steps.
     *
     * @param order which
     * @throws IllegalArgumentException in one line, while others run
     */
    void start(StepOrder order);

    /**
     * The steps that were started last.
     *
     * @return how they go or went
     */
    Optional<StepProgress> latest();

    /**
     * Results since the platform was started.
     *
     * @param kind the page's name
     * @param alarm the alarm's name; empty for none
     * @return the last result of each step, the oldest first
     */
    List<RunbookStepResult> results(String kind, String alarm);
}
