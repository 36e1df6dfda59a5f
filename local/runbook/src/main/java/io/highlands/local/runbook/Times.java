// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as pages and options write them: {@code 90s}, {@code 5m}, {@code 2h}. */
public final class Times {

    /** What is allowed, in words. */
    public static final String ALLOWED = "a number of seconds, minutes or hours, such as 90s, 5m or 2h";
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3})([smh])");

    private Times() {
    }

    /**
     * {@return the time; empty when the text is none}
     *
     * @param text such as {@code 90s}
     */
    public static Optional<Duration> parse(String text) {
        Matcher time = FORM.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(time.group(1));
        return Optional.of(switch (time.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        });
    }
}
