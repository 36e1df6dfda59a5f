// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.alarm;

import java.util.Locale;

/** Whom an alarm tells. */
public enum Severity {

    /** Users are hurt: wakes someone. */
    PAGE,
    /** A cause or a risk: read in working hours, and held back while a page-severity alarm is in ALARM. */
    TICKET,
    /** Nobody: a deployment that sees it is rolled back. */
    GUARD;

    /** As tags, topics and runbooks spell it: {@code page}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
