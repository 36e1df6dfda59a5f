// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A command of a page, and what is said of it.
 *
 * @param name its name, unique in the page
 * @param section heading of the section that it stands in, such as {@link Sections#DIAGNOSIS}
 * @param cause heading of the third level above it, which in a mitigation names the cause; empty without one
 * @param command POSIX sh, one or more lines
 * @param healthy found in its output when all is healthy; for {@code find()}, {@code ^} and {@code $} at every line
 * @param sick found in its output when this is what is wrong
 * @param healthyWords what the healthy pattern means, such as {@code under 80 %}; empty where the page does not say
 * @param sickWords what the sick pattern means, in the same manner
 * @param within AWS's time within which a verification gets healthy
 * @param next where to go on, in words; empty where nothing is said, as are all that follow
 * @param effect what a mitigation does
 * @param risk what it may break
 * @param undo how it is taken back: words, or the name of a command that begins with {@code undo-}
 * @param awsOnly why local mode does not serve it; empty where it does
 * @param line line of its fence in the page's file, from 1
 */
public record Step(String name, String section, String cause, String command, Optional<Pattern> healthy,
        Optional<Pattern> sick, String healthyWords, String sickWords, Optional<Duration> within, String next,
        String effect, String risk, String undo,
        String awsOnly, int line) {

    /** Whether it runs in an account only. */
    public boolean isAwsOnly() {
        return !awsOnly.isEmpty();
    }

    /** {@return whether it looks at something, changes nothing, and is run before anything is done} */
    public boolean isDiagnosis() {
        return (section.equals(Sections.FIRST_LOOK) || section.equals(Sections.DIAGNOSIS))
                && !name.equals(Runbook.VARIABLES);
    }

    /** {@return whether it verifies what was done, and changes nothing} */
    public boolean isVerification() {
        return section.equals(Sections.VERIFICATION);
    }

    /** {@return whether it may change something, so that somebody has to confirm it} */
    public boolean isChange() {
        return !isDiagnosis() && !isVerification() && !name.equals(Runbook.VARIABLES);
    }

    /** Whether an output has what a healthy platform answers. */
    public boolean saysHealthy(String output) {
        return healthy.map(pattern -> pattern.matcher(output).find()).orElse(false);
    }

    /** Whether an output has what the fault answers. */
    public boolean saysSick(String output) {
        return sick.map(pattern -> pattern.matcher(output).find()).orElse(false);
    }
}
