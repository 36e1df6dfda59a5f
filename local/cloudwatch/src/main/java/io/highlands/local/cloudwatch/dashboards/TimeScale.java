// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Divides the periods of a deployed dashboard, as local mode publishes AWS's metrics faster by the same number.
 *
 * @param times how many times faster
 */
record TimeScale(int times) {

    private static final Pattern SEARCH_PERIOD = Pattern
            .compile("(SEARCH\\s*\\(\\s*(?:'[^']*'|\"[^\"]*\")\\s*,\\s*(?:'[^']*'|\"[^\"]*\")\\s*,\\s*)(\\d+)");
    private static final Pattern BIN = Pattern.compile("(?i)\\b(bin\\s*\\(\\s*)(\\d+)\\s*([smhd])\\s*\\)");

    Duration apply(Duration length) {
        return Duration.ofSeconds(Math.max(1, length.toSeconds() / times));
    }

    Widget apply(Widget widget) {
        return switch (widget) {
            case MetricWidget metric -> apply(metric);
            case LogWidget log -> new LogWidget(log.place(), log.title(), bins(log.query()), log.view(), log.stacked());
            case TextWidget text -> text;
            case AlarmWidget alarm -> alarm;
            case OtherWidget other -> other;
        };
    }

    private MetricWidget apply(MetricWidget widget) {
        List<MetricRow> rows = widget.rows().stream().map(row -> withPeriods(row, this::period)).toList();
        return widget.with(rows, widget.ownRange().map(this::apply));
    }

    private int period(int seconds) {
        return seconds == 0 ? 0 : Math.max(1, seconds / times);
    }

    /** A row with its period, and those of the searches in its expression, changed. */
    static MetricRow withPeriods(MetricRow row, UnaryOperator<Integer> change) {
        return new MetricRow(row.id(), row.metric(), row.expression().map(text -> searches(text, change)), row.label(),
                row.colour(), row.statistic(), change.apply(row.period()), row.visible(), row.side());
    }

    private static String searches(String expression, UnaryOperator<Integer> change) {
        return SEARCH_PERIOD.matcher(expression).replaceAll(match -> Matcher
                .quoteReplacement(match.group(1) + change.apply(Integer.parseInt(match.group(2)))));
    }

    private String bins(String query) {
        return BIN.matcher(query).replaceAll(match -> match.group(1) + Math.max(1, seconds(match) / times) + "s)");
    }

    private static long seconds(MatchResult bin) {
        long unit = switch (bin.group(3)) {
            case "m", "M" -> 60;
            case "h", "H" -> 3_600;
            case "d", "D" -> 86_400;
            default -> 1;
        };
        return Long.parseLong(bin.group(2)) * unit;
    }
}
