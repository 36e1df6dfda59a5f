// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.Locale;
import java.util.Map;

/**
 * Lengths of time such as {@code 5m}, {@code 1min} and {@code 2hrs}. Months, quarters and years, whose lengths differ, are not
 * served.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html">bin: units and
 *      their abbreviations</a>
 */
final class Lengths {

    /** Milliseconds of each unit; one of more than two letters may have an s behind. */
    private static final Map<String, Long> UNITS = Map.ofEntries(Map.entry("ms", 1L), Map.entry("msec", 1L),
            Map.entry("millisecond", 1L), Map.entry("s", 1_000L), Map.entry("sec", 1_000L),
            Map.entry("second", 1_000L), Map.entry("m", 60_000L), Map.entry("min", 60_000L),
            Map.entry("minute", 60_000L), Map.entry("h", 3_600_000L), Map.entry("hr", 3_600_000L),
            Map.entry("hour", 3_600_000L), Map.entry("d", 86_400_000L), Map.entry("day", 86_400_000L),
            Map.entry("w", 604_800_000L), Map.entry("week", 604_800_000L));

    private Lengths() {
    }

    static long millis(Token token) {
        String text = token.text();
        int digits = 0;
        while (!Character.isLetter(text.charAt(digits))) {
            digits++;
        }
        String name = text.substring(digits).toLowerCase(Locale.ROOT);
        Long unit = UNITS.get(name);
        if (unit == null && name.length() > 2 && name.endsWith("s")) {
            unit = UNITS.get(name.substring(0, name.length() - 1));
        }
        if (unit == null) {
            throw new InsightsException(token.position(), "'" + text + "' has a unit that is not served here; served: "
                    + "ms, msec, s, sec, m, min, h, hr, d, w, and their names");
        }
        return Math.round(Double.parseDouble(text.substring(0, digits)) * unit);
    }
}
