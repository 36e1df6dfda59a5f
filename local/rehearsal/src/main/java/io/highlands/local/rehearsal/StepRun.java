// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Instant;

import io.highlands.local.rehearsal.shell.ShellResult;
import io.highlands.local.runbook.Step;

/**
 * A step that was run, possibly again and again until it said what it should.
 *
 * @param at when it was run last
 * @param phase the phase in which it ran
 * @param step the step
 * @param result what it said last
 * @param verdict what that says
 * @param wanted what it should have said
 * @param attempts how often it was run
 */
public record StepRun(Instant at, String phase, Step step, ShellResult result, Verdict verdict, Verdict wanted,
        int attempts) {

    /** An event of ECS whole, with its stop code and reason. */
    private static final int EXCERPT = 1000;

    /**
     * Whether it said what it should.
     *
     * @return true when it did
     */
    public boolean asWanted() {
        return verdict == wanted;
    }

    /** {@return whether its output is that of a fault} */
    public boolean isSick() {
        return verdict == Verdict.SICK;
    }

    /** {@return whether its output says nothing: it failed, or matches none of the page's patterns, or both} */
    public boolean isUnclear() {
        return verdict == Verdict.FAILED || verdict == Verdict.NEITHER || verdict == Verdict.BOTH;
    }

    /**
     * What is wrong with it.
     *
     * @return one line that names the step and where it stands in its page
     */
    String failure(String page) {
        String found = verdict == Verdict.FAILED ? result.failure() : "said " + excerpt();
        return phase + ": step '" + step.name() + "' (" + page + ":" + step.line() + ") is "
                + verdict.words() + ", should be " + wanted.words() + ": " + found;
    }

    private String excerpt() {
        String one = String.join(" ", result.out().strip().split("\\s+"));
        return one.isEmpty()
                ? "nothing"
                : "'" + (one.length() > EXCERPT ? one.substring(0, EXCERPT) + "..." : one) + "'";
    }
}
