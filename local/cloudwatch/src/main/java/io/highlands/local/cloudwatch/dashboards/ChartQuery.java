// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.local.cloudwatch.metrics.MetricDataQuery;
import io.highlands.local.cloudwatch.metrics.MetricSeries;
import io.highlands.local.cloudwatch.metrics.MetricStat;

/**
 * What one widget asks of the metrics. Its ids have a prefix of its own, so that the questions of all widgets of a dashboard can
 * be asked at once.
 */
final class ChartQuery {

    private static final Pattern WORDS = Pattern.compile("'[^']*'|\"[^\"]*\"|[A-Za-z_][A-Za-z0-9_]*");

    private final String prefix;
    private final MetricWidget widget;
    private final TimeWindow window;

    ChartQuery(String prefix, MetricWidget widget, TimeWindow window) {
        this.prefix = prefix;
        this.widget = widget;
        this.window = window;
    }

    TimeWindow window() {
        return window;
    }

    /** Whether an expression means all metrics of the request, which then has to hold no other widget's. */
    boolean alone() {
        return widget.rows().stream().anyMatch(row -> row.expression().orElse("").contains("METRICS("));
    }

    List<MetricDataQuery> queries() {
        Set<String> ids = widget.rows().stream().map(MetricRow::id).collect(Collectors.toSet());
        return widget.rows().stream().map(row -> query(row, ids)).toList();
    }

    private MetricDataQuery query(MetricRow row, Set<String> ids) {
        Optional<MetricStat> metric = row.metric()
                .map(name -> new MetricStat(name, row.period(), row.statistic(), Optional.empty()));
        String label = row.label().isEmpty() && metric.isPresent() ? Labels.of(row, widget.rows()) : row.label();
        return new MetricDataQuery(prefix + row.id(), metric, row.expression().map(text -> prefixed(text, ids)),
                label.isEmpty() ? Optional.empty() : Optional.of(label), row.visible(),
                metric.isPresent() || row.period() == 0 ? OptionalInt.empty() : OptionalInt.of(row.period()));
    }

    private String prefixed(String expression, Set<String> ids) {
        return WORDS.matcher(expression).replaceAll(match -> Matcher
                .quoteReplacement(ids.contains(match.group()) ? prefix + match.group() : match.group()));
    }

    ChartData data(List<MetricSeries> answers) {
        Palette palette = new Palette();
        List<Series> series = new ArrayList<>();
        for (MetricRow row : widget.rows()) {
            if (row.visible()) {
                answers.stream().filter(answer -> answer.id().equals(prefix + row.id()))
                        .forEach(answer -> series.add(series(row, answer, palette)));
            }
        }
        return new ChartData(window, List.copyOf(series), widget.lines(), widget.moments(), List.of());
    }

    private static Series series(MetricRow row, MetricSeries answer, Palette palette) {
        TimeSeries points = answer.points();
        long[] seconds = new long[points.size()];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = points.time(i).getEpochSecond();
        }
        double[] values = points.values();
        OptionalDouble last = values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(values[values.length - 1]);
        return new Series(row.id(), answer.label(), row.colour().isEmpty() ? palette.next() : row.colour(), row.side(),
                "", seconds, values, (int) points.period().toSeconds(), last);
    }
}
