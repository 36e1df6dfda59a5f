// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import io.highlands.local.rehearsal.shell.ShellResult;
import io.highlands.local.runbook.Step;

/** What a step's answer says by the page's own patterns. */
public enum Verdict {

    /** The healthy pattern was found, and the sick one was not. */
    HEALTHY("healthy"),
    /** The sick pattern was found, and the healthy one was not. */
    SICK("sick"),
    /** Both were found: the patterns do not tell. */
    BOTH("both healthy and sick"),
    /** None was found. */
    NEITHER("neither healthy nor sick"),
    /** The command failed. */
    FAILED("failed"),
    /** The command succeeded, and the page gives no patterns. */
    DONE("done"),
    /** It runs in an account only. */
    SKIPPED("AWS only");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /**
     * The verdict in words.
     *
     * @return as in {@code neither healthy nor sick}
     */
    public String words() {
        return words;
    }

    /**
     * Judges an answer.
     *
     * @param step the step
     * @param result what its command said
     * @return the verdict
     */
    static Verdict of(Step step, ShellResult result) {
        if (!result.good()) {
            return FAILED;
        }
        if (step.healthy().isEmpty() && step.sick().isEmpty()) {
            return DONE;
        }
        boolean healthy = step.saysHealthy(result.out());
        boolean sick = step.saysSick(result.out());
        if (healthy) {
            return sick ? BOTH : HEALTHY;
        }
        return sick ? SICK : NEITHER;
    }
}
