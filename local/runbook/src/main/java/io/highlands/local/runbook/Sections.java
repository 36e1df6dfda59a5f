// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.List;

/** The sections of an alarm's page, by their headings. */
public final class Sections {

    /** What the alarm says. */
    public static final String MEANING = "Meaning";
    /** Who is hurt, and how much. */
    public static final String IMPACT = "Impact";
    /** One command and one link; begins with the page's variables. */
    public static final String FIRST_LOOK = "First look";
    /** Numbered checks that change nothing. */
    public static final String DIAGNOSIS = "Diagnosis";
    /** What ends it, per cause. */
    public static final String MITIGATION = "Mitigation";
    /** What shows that it is over. */
    public static final String VERIFICATION = "Verification";
    /** When to wake whom. */
    public static final String ESCALATE = "Escalate";
    /** How to see all of it in local mode, and in an account. */
    public static final String REHEARSE = "Rehearse";

    /** All of them, in the order of a page. */
    public static final List<String> OF_AN_ALARM = List.of(MEANING, IMPACT, FIRST_LOOK, DIAGNOSIS, MITIGATION,
            VERIFICATION, ESCALATE, REHEARSE);

    private Sections() {
    }
}
