// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.alarmtest;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as Prometheus writes them, down to a second.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/basics/#float-literals-and-time-durations">Time
 *      durations</a>
 */
final class PromDuration {

    private static final Pattern FORM = Pattern
            .compile(
                    "(?:(\\d{1,2})y)?(?:(\\d{1,3})w)?(?:(\\d{1,4})d)?(?:(\\d{1,6})h)?(?:(\\d{1,7})m)?(?:(\\d{1,9})s)?");
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int DAY = 86_400;
    private static final int WEEK = 7 * DAY;
    private static final long YEAR = 365L * DAY;

    private PromDuration() {
    }

    /** {@return the duration; empty when the text is none} */
    static Optional<Duration> parse(String text) {
        if (text.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        Matcher form = FORM.matcher(text);
        return text.isEmpty() || !form.matches()
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(part(form, 1) * YEAR + part(form, 2) * WEEK + part(form, 3) * DAY
                        + part(form, 4) * HOUR + part(form, 5) * MINUTE + part(form, 6)));
    }

    private static long part(Matcher form, int group) {
        return form.group(group) == null ? 0 : Long.parseLong(form.group(group));
    }

    /** {@return the duration as a file would have it, such as {@code 1h30m}} */
    static String text(Duration duration) {
        String text = part(duration.toDaysPart(), "d") + part(duration.toHoursPart(), "h")
                + part(duration.toMinutesPart(), "m") + part(duration.toSecondsPart(), "s");
        return text.isEmpty() ? "0s" : text;
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }
}
