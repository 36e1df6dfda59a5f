// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.alarm;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.highlands.local.html.Figures;

/**
 * A StateReason of CloudWatch said shortly: values, threshold and times in place of counted datapoints, and names in place of
 * ARNs. What has another form stays as it is.
 */
final class ReasonWords {

    private static final Pattern CROSSED = Pattern.compile(
            "Threshold Crossed: (\\d+)(?: out of the last (\\d+))? datapoints? \\[([^\\]]*)\\] (?:was|were) (not )?"
                    + "(greater than or equal to|greater than|less than or equal to|less than) the threshold "
                    + "\\(([^)]*)\\)(?: and (\\d+) missing datapoints? (?:was|were) treated as \\[(\\w+)\\])?.*");
    private static final Pattern NOTHING = Pattern.compile(
            "Threshold Crossed: no datapoints were received for (\\d+) periods? and (\\d+) missing datapoints? "
                    + "(?:was|were) treated as \\[(\\w+)\\].*");
    private static final Pattern UNKNOWN = Pattern
            .compile("Insufficient Data: (\\d+) datapoints? (?:was|were) unknown.*");
    private static final Pattern POINT = Pattern.compile("([^ ,]+) \\(\\d\\d/\\d\\d/\\d\\d (\\d\\d:\\d\\d:\\d\\d)\\)");
    private static final Pattern ARN = Pattern.compile("arn:[\\w-]+:cloudwatch:[\\w-]*:\\d*:alarm:(\\S+)");
    private static final Map<String, String> SIGNS = Map.of("greater than or equal to", "at or above", "greater than",
            "above", "less than or equal to", "at or below", "less than", "below");
    private static final Map<String, String> TREATED = Map.of("Breaching", "beyond the threshold", "NonBreaching",
            "within the threshold", "Missing", "missing", "Ignore", "no change");

    private static final double SECOND = 1000;

    private ReasonWords() {
    }

    /**
     * Says a reason.
     *
     * @param reason StateReason
     * @param unit the unit of value and threshold, such as {@code %}; empty where it is not known
     * @return the reason in one line
     */
    static String of(String reason, String unit) {
        Matcher crossed = CROSSED.matcher(reason);
        if (crossed.matches()) {
            return crossed(crossed, unit);
        }
        Matcher nothing = NOTHING.matcher(reason);
        if (nothing.matches()) {
            return "no data in " + periods(nothing.group(1)) + "; missing counts as "
                    + TREATED.getOrDefault(nothing.group(3), nothing.group(3));
        }
        Matcher unknown = UNKNOWN.matcher(reason);
        if (unknown.matches()) {
            return "no data in " + periods(unknown.group(1));
        }
        if (reason.startsWith("Unchecked: Initial alarm creation")) {
            return "created, and not evaluated yet";
        }
        return ARN.matcher(reason).replaceAll(arn -> Matcher.quoteReplacement(arn.group(1)));
    }

    private static String crossed(Matcher crossed, String unit) {
        String of = crossed.group(2) == null ? "" : " of " + crossed.group(2);
        String values = POINT.matcher(crossed.group(3)).results().map(point -> point(point, unit))
                .collect(Collectors.joining(", "));
        String missing = crossed.group(7) == null
                ? ""
                : "; " + crossed.group(7) + " missing, which counts as "
                        + TREATED.getOrDefault(crossed.group(8), crossed.group(8));
        return crossed.group(1) + of + (crossed.group(1).equals("1") && of.isEmpty() ? " value " : " values ")
                + (crossed.group(4) == null ? "" : "not ") + SIGNS.get(crossed.group(5)) + " "
                + figure(crossed.group(6), unit) + ": " + values + missing;
    }

    private static String point(MatchResult point, String unit) {
        return figure(point.group(1), unit) + " at " + point.group(2);
    }

    private static String figure(String number, String unit) {
        try {
            return withUnit(Double.parseDouble(number), unit);
        } catch (NumberFormatException e) {
            return number;
        }
    }

    /** A number as people read it, with its unit; a thousand milliseconds and more are seconds. */
    static String withUnit(double number, String unit) {
        if (unit.equals("ms") && Math.abs(number) >= SECOND) {
            return withUnit(number / SECOND, "s");
        }
        return Figures.number(number) + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String periods(String number) {
        return number + (number.equals("1") ? " period" : " periods");
    }
}
