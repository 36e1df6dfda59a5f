// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.highlands.local.console.web.Request;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.control.message.IncidentReport;
import io.highlands.local.incident.Incidents;

/**
 * The period that a page is about, by the rule of all pages; without a range in the address it is that of the alarms in ALARM.
 *
 * @param range the period
 * @param moves whether its end is now and moves on: two moments are one incident, one moment begins it
 * @param query the same in an address, which also moves on; empty where the address has no range
 */
record Period(TimeRange range, boolean moves, String query) {

    static Period of(Request request, Incidents incidents) {
        if (request.value("from").isEmpty() && request.value("range").isEmpty()) {
            return new Period(new TimeRange("", incidents.usualBegin(), request.now()), true, "");
        }
        TimeRange asked = TimeRange.of(request, Duration.ZERO);
        boolean open = !asked.live() && request.value("to").isEmpty();
        TimeRange range = open ? latest(asked) : asked;
        return new Period(range, open || range.live(),
                open ? TimeRange.since(range.from().truncatedTo(ChronoUnit.SECONDS)) : range.query());
    }

    /** A page that stays open for longer than an incident may last goes on with its latest hours. */
    private static TimeRange latest(TimeRange range) {
        Instant earliest = range.until().minus(IncidentReport.LONGEST);
        return range.from().isBefore(earliest) ? new TimeRange(range.word(), earliest, range.until()) : range;
    }

    String address(String path) {
        return query.isEmpty() ? path : path + "?" + query;
    }

    boolean contains(Instant moment) {
        return !moment.isBefore(range.from().truncatedTo(ChronoUnit.SECONDS)) && !moment.isAfter(range.until());
    }
}
