// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.alarm;

import java.util.List;

/**
 * SNS topics by severity. Each is notified when an alarm enters and leaves ALARM.
 *
 * @param page
 *            ARNs, or tokens that stand for them; at least one
 * @param ticket
 *            ARNs, or tokens that stand for them; at least one
 */
public record AlarmTopics(List<String> page, List<String> ticket) {

    public AlarmTopics {
        if (page.isEmpty() || ticket.isEmpty()) {
            throw new IllegalArgumentException(
                    "topics are %s and %s, allowed is at least one of each severity".formatted(page, ticket));
        }
        page = List.copyOf(page);
        ticket = List.copyOf(ticket);
    }

    List<String> of(Severity severity) {
        return switch (severity) {
            case PAGE -> page;
            case TICKET -> ticket;
            case GUARD -> List.of();
        };
    }
}
