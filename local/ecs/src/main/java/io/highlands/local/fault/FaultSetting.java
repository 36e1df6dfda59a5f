// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.fault;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be set of a fault, as {@code NAME=VALUE}. */
public enum FaultSetting {

    /** How much later requests arrive; no default. */
    DELAY("delay", "", "1ms to 5m, such as 3s or 4500ms",
            value -> within(millis(value), 1, Duration.ofMinutes(5).toMillis())),

    /** The share of the requests that it concerns, in percent; all by default. */
    PERCENT("percent", "100", "a whole number from 1 to 100", value -> within(whole(value), 1, 100)),

    /** The path, without its query, of the requests that it concerns; every path by default. */
    ROUTE("route", "*", "a path that begins with /, without a query",
            value -> value.equals("*") || value.matches("/[^?#\\s]*")),

    /** The status code of the answer; no default. */
    STATUS("status", "", "400 to 599", value -> within(whole(value), 400, 599)),

    /** How many processor cores are kept busy; one by default. */
    CORES("cores", "1", "a whole number from 1 to 8", value -> within(whole(value), 1, 8)),

    /** How much memory is held, in MiB; 700 by default, enough for the alarm of a task of 1 GiB. */
    MEGABYTES("megabytes", "700", "a whole number from 1 to 8192", value -> within(whole(value), 1, 8192)),

    /** What is wrong with a release; no default. */
    HOW("how", "", "crash, unhealthy or errors", value -> value.matches("crash|unhealthy|errors")),

    /** Requests a second of the load; 200 by default. */
    RATE("rate", "200", "a whole number from 1 to 500", value -> within(whole(value), 1, 500));

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m)");

    private final String word;
    private final String byDefault;
    private final String allowed;
    private final Predicate<String> valid;

    FaultSetting(String word, String byDefault, String allowed, Predicate<String> valid) {
        this.word = word;
        this.byDefault = byDefault;
        this.allowed = allowed;
        this.valid = valid;
    }

    /** {@return its name in a fault specification} */
    public String word() {
        return word;
    }

    /** {@return its value when it is not set; empty when it has to be} */
    public String byDefault() {
        return byDefault;
    }

    /** {@return which values it takes, in words} */
    public String allowed() {
        return allowed;
    }

    /** {@return whether a fault of a kind that has it must set it} */
    public boolean required() {
        return byDefault.isEmpty();
    }

    boolean accepts(String value) {
        return valid.test(value);
    }

    /**
     * Reads a duration.
     *
     * @param value a number with {@code ms}, {@code s} or {@code m}
     * @return milliseconds, or -1 when it is none
     */
    static long millis(String value) {
        Matcher matcher = DURATION.matcher(value);
        if (!matcher.matches()) {
            return -1;
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> number;
            case "s" -> number * 1_000;
            default -> number * 60_000;
        };
    }

    private static long whole(String value) {
        return value.matches("\\d{1,9}") ? Long.parseLong(value) : -1;
    }

    private static boolean within(long number, long least, long most) {
        return number >= least && number <= most;
    }
}
