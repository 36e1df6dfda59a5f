// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.time.Instant;

/**
 * A step of a runbook that was run: a line of what {@code highlands runbooks run --json} prints.
 *
 * @param runbook the page's name
 * @param step the step's name
 * @param section heading of the section that it stands in
 * @param at when it was run, in a repeated verification the last time
 * @param command the variables and the command, as they are pasted into a shell
 * @param output what it wrote to its standard output, without its middle where it is long
 * @param error why it failed, in one line; empty where it did not
 * @param exitCode its exit code; −1 where its timeout ended it
 * @param millis how long it ran, in milliseconds
 * @param verdict {@code healthy}, {@code sick}, {@code neither healthy nor sick}, {@code both healthy and sick},
 *     {@code done}, {@code failed} or {@code AWS only}
 * @param healthy the pattern of a healthy output; empty without one
 * @param healthyWords what that means; empty where the page does not say
 * @param sick the pattern of a sick output; empty without one
 * @param sickWords what that means; empty where the page does not say
 * @param next where to go on, by the page; empty where it does not say
 */
public record RunbookStepResult(String runbook, String step, String section, Instant at, String command, String output,
        String error, int exitCode, long millis, String verdict, String healthy, String healthyWords, String sick,
        String sickWords, String next) {}
