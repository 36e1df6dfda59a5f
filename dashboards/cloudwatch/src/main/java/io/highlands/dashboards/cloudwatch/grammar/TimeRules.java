// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.grammar;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Rules of {@code start} and {@code end}, of a whole dashboard and of one widget. */
final class TimeRules {

    private static final String RELATIVE = "-P(?=.)(\\d+M|\\d+W|\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+S)?)?";

    private TimeRules() {
    }

    static void check(Member member) {
        Optional<String> start = member.text("start");
        start.filter(text -> !text.matches(RELATIVE) && !isMoment(text)).ifPresent(
                wrong -> member.fault("start", "are moments as 2026-01-05T12:00:00.000Z and times back as -PT3H"));
        Optional<String> end = member.text("end");
        end.filter(text -> !isMoment(text))
                .ifPresent(wrong -> member.fault("end", "are moments as 2026-01-05T12:00:00.000Z"));
        if (end.isPresent() && start.isEmpty()) {
            member.fault("end needs start");
        }
    }

    static boolean isMoment(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
