// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.alarm;

import java.util.Locale;

/** Whom the alarms of an environment tell at most: setting {@code alarms.level}. */
public enum AlarmLevel {

    /** Pages, tickets and deployment guards. The default. */
    FULL,
    /** The same alarms, but none of page severity: what would page tells the ticket topics. Guards roll back. */
    TICKETS,
    /** No alarm at all, deployment guards included: ECS's circuit breaker alone rolls a deployment back. */
    NONE;

    /** As settings spell it: {@code full}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The severity of an alarm of that kind in an environment of this level. */
    public Severity severityOf(AlarmKind kind) {
        return this == TICKETS && kind.severity() == Severity.PAGE ? Severity.TICKET : kind.severity();
    }
}
