// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the names of statistics. */
final class StatisticParser {

    private static final String NUMBER = "\\d+(?:\\.\\d{1,10})?";

    private static final Pattern PERCENTILE = Pattern.compile("p(" + NUMBER + ")");

    private static final Pattern SHORT = Pattern.compile("(tm|wm|tc|ts)(" + NUMBER + ")");

    private static final Pattern LONG = Pattern
            .compile("(TM|WM|TC|TS|PR)\\((?:(" + NUMBER + ")(%?))?:(?:(" + NUMBER + ")(%?))?\\)");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private StatisticParser() {
    }

    static Statistic parse(String text) {
        Optional<BasicStatistic> basic = Arrays.stream(BasicStatistic.values()).filter(s -> s.name().equals(text))
                .findFirst();
        if (basic.isPresent()) {
            return basic.get();
        }
        if (text.equals("IQM")) {
            return new TrimmedStatistic(text, TrimmedStatistic.Kind.TM,
                    new PercentBounds(BigDecimal.valueOf(25), BigDecimal.valueOf(75)));
        }
        Matcher matcher = PERCENTILE.matcher(text);
        if (matcher.matches()) {
            return new Percentile(text, percent(text, matcher.group(1)));
        }
        matcher = SHORT.matcher(text);
        if (matcher.matches()) {
            return new TrimmedStatistic(text, kind(matcher.group(1)),
                    new PercentBounds(BigDecimal.ZERO, percent(text, matcher.group(2))));
        }
        matcher = LONG.matcher(text);
        if (matcher.matches()) {
            return bounded(text, matcher);
        }
        throw new IllegalArgumentException("'" + text + "' is not a statistic: allowed are SampleCount, Sum, Average, "
                + "Minimum, Maximum, IQM, p0 to p100, tm90, wm90, tc90, ts90, TM(a:b), WM(a:b), TC(a:b), TS(a:b) with "
                + "numbers or percentages, and PR(a:b) with numbers");
    }

    private static Statistic bounded(String text, Matcher matcher) {
        String low = matcher.group(2);
        String high = matcher.group(4);
        if (low == null && high == null) {
            throw new IllegalArgumentException("'" + text + "' needs at least one bound, as in TM(:95%)");
        }
        boolean lowPercent = "%".equals(matcher.group(3));
        boolean highPercent = "%".equals(matcher.group(5));
        if (low != null && high != null && lowPercent != highPercent) {
            throw new IllegalArgumentException(
                    "'" + text + "' mixes a number and a percentage: both bounds are one or the other");
        }
        if (low != null && high != null && new BigDecimal(low).compareTo(new BigDecimal(high)) >= 0) {
            throw new IllegalArgumentException("'" + text + "' has a lower bound that is not below the upper one");
        }
        boolean percent = lowPercent || highPercent;
        if (matcher.group(1).equals("PR")) {
            if (percent) {
                throw new IllegalArgumentException(
                        "'" + text + "' has a percentage: a percentile rank takes plain numbers, as in PR(:300)");
            }
            return new PercentileRank(text, values(low, high));
        }
        Bounds bounds = percent
                ? new PercentBounds(low == null ? BigDecimal.ZERO : percent(text, low),
                        high == null ? HUNDRED : percent(text, high))
                : values(low, high);
        return new TrimmedStatistic(text, kind(matcher.group(1)), bounds);
    }

    private static ValueBounds values(String low, String high) {
        return new ValueBounds(low == null ? Double.NEGATIVE_INFINITY : Double.parseDouble(low),
                high == null ? Double.POSITIVE_INFINITY : Double.parseDouble(high));
    }

    private static BigDecimal percent(String text, String number) {
        BigDecimal percent = new BigDecimal(number);
        if (percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("'" + text + "' is above 100 %: allowed are 0 to 100");
        }
        return percent;
    }

    private static TrimmedStatistic.Kind kind(String name) {
        return TrimmedStatistic.Kind.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
