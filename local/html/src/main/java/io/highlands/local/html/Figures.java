// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.html;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures and times as a person reads them. Times are in UTC, as in the logs. */
public final class Figures {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final String[] LARGE = {"", "k", "M", "G", "T"};

    private Figures() {
    }

    /**
     * A number in at most four digits, with a letter for thousands.
     *
     * @param value any number
     * @return for example {@code 0.042}, {@code 12.3}, {@code 4.57k}
     */
    public static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        int step = 0;
        while (size >= 999.5 && step < LARGE.length - 1) {
            size /= 1000;
            step++;
        }
        int decimals = size == 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.995 ? 2 : 3;
        if (size != 0 && size < 0.0005) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        String digits = String.format(Locale.ROOT, "%." + decimals + "f", Math.copySign(size, value));
        if (digits.contains(".")) {
            digits = digits.replaceFirst("\\.?0+$", "");
        }
        return digits + LARGE[step];
    }

    /**
     * How long something lasted, in its two largest units.
     *
     * @param time any duration
     * @return for example {@code 42 s}, {@code 3 min 5 s}, {@code 2 d 4 h}
     */
    public static String duration(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return two(seconds / 60, "min", seconds % 60, "s");
        }
        if (seconds < 86_400) {
            return two(seconds / 3600, "h", seconds % 3600 / 60, "min");
        }
        return two(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    /**
     * A moment: with its day unless that is today.
     *
     * @param at the moment
     * @param now what is today
     * @return for example {@code 14:03:22}
     */
    public static String moment(Instant at, Instant now) {
        return Duration.between(at, now).abs().toHours() < 20 ? CLOCK.format(at) : DAY.format(at);
    }

    /**
     * A moment as an element that says it in full, too.
     *
     * @param at the moment
     * @param now what is today
     * @return a {@code time} element
     */
    public static Element time(Instant at, Instant now) {
        return Html.el("time").attr("datetime", at).attr("title", DAY.format(at) + " UTC").text(moment(at, now));
    }
}
