// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;

import io.highlands.local.cloudwatch.dashboards.ChartData;
import io.highlands.local.cloudwatch.dashboards.HorizontalLine;
import io.highlands.local.cloudwatch.dashboards.MetricWidget;
import io.highlands.local.cloudwatch.dashboards.Series;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;
import io.highlands.local.html.Units;

/** Metric widgets that show the latest values: numbers, gauges, bars, pies, tables. */
final class NumberViews {

    private static final Map<String, String> NAMES = Map.of("MIN", "Minimum", "MAX", "Maximum", "AVG", "Average", "SUM",
            "Sum");

    private NumberViews() {
    }

    static Content numbers(MetricWidget widget, ChartData data) {
        Element all = Html.div("numbers");
        data.series().forEach(series -> all.add(number(widget, series, data.series().size() > 1)));
        return all;
    }

    private static Element number(MetricWidget widget, Series series, boolean named) {
        Element number = Html.div("number", figure(series, unit(widget, series)));
        if (named || !series.label().equals(widget.title())) {
            number.add(Html.div("name", Shapes.swatch(series.colour()), Html.span("", series.label())));
        }
        return widget.sparkline() && series.values().length > 1 ? number.add(Shapes.sparkline(series)) : number;
    }

    private static Element figure(Series series, String unit) {
        if (series.number().isEmpty()) {
            return Html.div("figure", Html.textEl("small", "no data"));
        }
        return Html.div("figure", Content.text(Figures.number(series.number().getAsDouble())),
                Html.textEl("small", Units.sign(unit)));
    }

    static Content gauges(MetricWidget widget, ChartData data) {
        double low = widget.left().min().orElse(0);
        double high = widget.left().max().orElse(100);
        Element all = Html.div("gauges");
        data.series().forEach(series -> all.add(gauge(series, unit(widget, series), low, high, data.lines())));
        return all;
    }

    private static Element gauge(Series series, String unit, double low, double high, List<HorizontalLine> lines) {
        Element svg = Shapes.svg("0 0 120 74").add(Shapes.arc(60, 62, 46, -0.25, 0.25, 13, "var(--raised)"));
        for (HorizontalLine line : lines) {
            double at = turn(line.value(), low, high);
            double until = line.bandUntil().isPresent()
                    ? turn(line.bandUntil().getAsDouble(), low, high)
                    : line.fill().equals("above") ? 0.25 : line.fill().equals("below") ? -0.25 : at;
            svg.add(Shapes.arc(60, 62, 55, Math.min(at, until) - 0.003, Math.max(at, until) + 0.003, 3, line.colour()));
        }
        series.number().ifPresent(value -> svg.add(Shapes.arc(60, 62, 46, -0.25,
                Math.max(-0.249, turn(value, low, high)), 13, series.colour())));
        svg.add(Html.el("text").attr("x", 60).attr("y", 60).attr("text-anchor", "middle").attr("font-size", 17)
                .attr("font-weight", 600).attr("fill", "var(--text)").text(series.number().isEmpty()
                        ? "no data"
                        : Units.measure(series.number().getAsDouble(), unit)));
        svg.add(edge(14, Figures.number(low)), edge(106, Figures.number(high)));
        return Html.div("gauge", svg, Html.div("name", Content.text(series.label())), spoken(series, unit));
    }

    private static Element edge(int x, String text) {
        return Html.el("text").attr("x", x).attr("y", 73).attr("text-anchor", "middle").attr("font-size", 9)
                .attr("fill", "var(--muted)").text(text);
    }

    private static Element spoken(Series series, String unit) {
        return Html.span("said", series.number().isEmpty()
                ? "no data"
                : Units.measure(series.number().getAsDouble(), unit));
    }

    private static double turn(double value, double low, double high) {
        return -0.25 + 0.5 * Math.clamp((value - low) / (high - low == 0 ? 1 : high - low), 0, 1);
    }

    static Content bars(ChartData data, String label) {
        double most = data.series().stream().mapToDouble(series -> series.number().orElse(0)).max().orElse(0);
        Element all = Html.div("bars");
        for (Series series : data.series()) {
            double width = most <= 0 ? 0 : 100 * Math.max(0, series.number().orElse(0)) / most;
            all.add(Html.span("name", series.label()).attr("title", series.label()),
                    Shapes.svg("0 0 100 14").attr("preserveAspectRatio", "none")
                            .add(Html.el("rect").attr("width", 100).attr("height", 14).attr("fill", "var(--raised)"),
                                    Html.el("rect").attr("width", Shapes.decimal(width)).attr("height", 14)
                                            .attr("fill", series.colour())),
                    Html.span("value", value(series, Units.of(series.unit(), label))));
        }
        return all;
    }

    static Content pie(ChartData data, String label) {
        double whole = data.series().stream().mapToDouble(series -> Math.max(0, series.number().orElse(0))).sum();
        Element svg = Shapes.svg("0 0 100 100").add(Shapes.arc(50, 50, 34, 0, 1, 22, "var(--raised)"));
        Element legend = Html.el("ul");
        double at = 0;
        for (Series series : data.series()) {
            double part = whole == 0 ? 0 : Math.max(0, series.number().orElse(0)) / whole;
            if (part > 0) {
                svg.add(Shapes.arc(50, 50, 34, at, at + part, 22, series.colour()));
            }
            at += part;
            legend.add(Html.el("li", Shapes.swatch(series.colour()), Html.span("name", series.label()),
                    Html.span("value", value(series, Units.of(series.unit(), label)) + " · "
                            + Figures.number(100 * part) + " %")));
        }
        return Html.div("pie", svg, legend);
    }

    /** The latest value, and the summaries that the widget names; without any, the three that are most used. */
    static Content table(MetricWidget widget, ChartData data) {
        List<String> summaries = widget.summaries().isEmpty() ? List.of("MIN", "AVG", "MAX") : widget.summaries();
        List<String> head = new ArrayList<>(List.of("Series", "Latest"));
        summaries.forEach(summary -> head.add(NAMES.getOrDefault(summary, summary)));
        return Html.table(widget.title(), head,
                data.series().stream().map(series -> tableRow(series, unit(widget, series), summaries)).toList());
    }

    private static Element tableRow(Series series, String unit, List<String> summaries) {
        DoubleSummaryStatistics values = Arrays.stream(series.values()).summaryStatistics();
        Map<String, Double> known = Map.of("MIN", values.getMin(), "MAX", values.getMax(), "AVG", values.getAverage(),
                "SUM", values.getSum());
        List<Content> cells = new ArrayList<>();
        cells.add(Html.el("span", Shapes.swatch(series.colour()), Content.text(" " + series.label())));
        cells.add(Html.span("num", value(series, unit)));
        summaries.forEach(summary -> cells.add(Html.span("num", series.empty()
                ? ""
                : Units.measure(known.getOrDefault(summary, Double.NaN), unit))));
        return Html.row(cells.toArray(Content[]::new));
    }

    private static String unit(MetricWidget widget, Series series) {
        return Units.of(series.unit(), widget.left().label());
    }

    private static String value(Series series, String unit) {
        return series.number().isEmpty() ? "no data" : Units.measure(series.number().getAsDouble(), unit);
    }
}
