// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog;

import java.time.Duration;
import java.util.List;

import io.highlands.dashboards.cloudwatch.alarm.Severity;

/**
 * Whom monitors tell, and when they look.
 *
 * @param page
 *            Datadog's handles of those who are woken, such as {@code @pagerduty-oncall}; default none
 * @param ticket
 *            Datadog's handles of those who read in working hours, such as {@code @slack-backlog}; default none
 * @param evaluationDelay
 *            how long after its end a window is looked at, where it holds metrics of AWS; default 15 min, since polled
 *            metrics arrive after 10 to 12 minutes (Datadog, <em>Cloud metric delay</em>), streamed ones after 2 to 3
 */
public record Notifications(List<String> page, List<String> ticket, Duration evaluationDelay) {

    /** Where an environment says nothing. */
    public static final Notifications DEFAULTS = new Notifications(List.of(), List.of(), Duration.ofMinutes(15));

    public Notifications {
        page = List.copyOf(page);
        ticket = List.copyOf(ticket);
    }

    /** The handles of a severity. */
    public List<String> of(Severity severity) {
        return switch (severity) {
            case PAGE -> page;
            case TICKET -> ticket;
            case GUARD -> List.of();
        };
    }
}
