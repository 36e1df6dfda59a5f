// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.board;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import io.highlands.local.cloudwatch.dashboards.ChartData;
import io.highlands.local.cloudwatch.dashboards.HorizontalLine;
import io.highlands.local.cloudwatch.dashboards.Series;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;

/** A graph as one SVG file, for where the page's scripts are not: white, with its axes, thresholds and legend. */
final class LineChart {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 260;
    private static final int LEFT = 60;
    private static final int RIGHT = WIDTH - 16;
    private static final int TOP = 34;
    private static final int BOTTOM = 200;
    private static final int TICKS = 4;
    private static final String INK = "#1a212c";
    private static final String QUIET = "#566173";

    private final String title;
    private final ChartData data;
    private final double high;

    private LineChart(String title, ChartData data) {
        this.title = title;
        this.data = data;
        double highest = DoubleStream.concat(data.series().stream().flatMapToDouble(one -> DoubleStream
                .of(one.values())), data.lines().stream().mapToDouble(HorizontalLine::value)).max().orElse(1);
        this.high = highest > 0 ? highest * 1.1 : 1;
    }

    /**
     * {@return an SVG document (SVG 1.1)}
     *
     * @param title what stands above it
     * @param data its series; values below zero are drawn on the axis
     */
    static String svg(String title, ChartData data) {
        return new LineChart(title, data).document().html();
    }

    private Element document() {
        Element svg = Html.el("svg").attr("xmlns", "http://www.w3.org/2000/svg").attr("viewBox",
                "0 0 " + WIDTH + " " + HEIGHT).attr("width", WIDTH).attr("height", HEIGHT).attr("role", "img")
                .attr("font-family", "sans-serif").attr("font-size", 12)
                .add(Html.textEl("title", title), Html.el("rect").attr("width", WIDTH).attr("height", HEIGHT)
                        .attr("fill", "#ffffff"), label(LEFT, 20, "start", INK, title).attr("font-weight", "bold"));
        axes(svg);
        data.lines().forEach(line -> threshold(svg, line));
        data.series().stream().flatMap(series -> Shapes.polylines(series, this::x, this::y).stream())
                .forEach(line -> svg.add(line.attr("stroke-width", 2)));
        legend(svg);
        return data.empty() ? svg.add(label((LEFT + RIGHT) / 2, 120, "middle", QUIET, "no data")) : svg;
    }

    private void axes(Element svg) {
        for (int i = 0; i <= TICKS; i++) {
            double value = high * i / TICKS;
            svg.add(line(LEFT, y(value), RIGHT, y(value), i == 0 ? QUIET : "#dde1e8"),
                    label(LEFT - 6, y(value) + 4, "end", QUIET, Figures.number(value)));
            Instant at = data.window().from().plus(length().multipliedBy(i).dividedBy(TICKS));
            svg.add(label(x(at.getEpochSecond()), BOTTOM + 18, i == 0 ? "start" : i == TICKS ? "end" : "middle",
                    QUIET, Figures.moment(at, data.window().until())));
        }
    }

    private void threshold(Element svg, HorizontalLine line) {
        svg.add(line(LEFT, y(line.value()), RIGHT, y(line.value()), line.colour()).attr("stroke-dasharray", "6 4"));
    }

    private void legend(Element svg) {
        List<String[]> entries = Stream.concat(data.series().stream().map(one -> new String[]{one.colour(),
                one.label()}), data.lines().stream().map(one -> new String[]{one.colour(), one.label()})).toList();
        for (int i = 0; i < Math.min(2, entries.size()); i++) {
            int y = BOTTOM + 38 + 16 * i;
            svg.add(line(LEFT, y - 4, LEFT + 18, y - 4, entries.get(i)[0]).attr("stroke-width", 3),
                    label(LEFT + 26, y, "start", INK, entries.get(i)[1]));
        }
    }

    private Duration length() {
        return Duration.between(data.window().from(), data.window().until());
    }

    private double x(long second) {
        double part = (second - data.window().from().getEpochSecond()) / (double) Math.max(1, length().toSeconds());
        return LEFT + (RIGHT - LEFT) * Math.clamp(part, 0, 1);
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * Math.clamp(value / high, 0, 1);
    }

    private static Element line(double x1, double y1, double x2, double y2, String colour) {
        return Html.el("line").attr("x1", Shapes.decimal(x1)).attr("y1", Shapes.decimal(y1))
                .attr("x2", Shapes.decimal(x2)).attr("y2", Shapes.decimal(y2)).attr("stroke", colour);
    }

    private static Element label(double x, double y, String anchor, String colour, String text) {
        return Html.el("text").attr("x", Shapes.decimal(x)).attr("y", Shapes.decimal(y)).attr("text-anchor", anchor)
                .attr("fill", colour).text(text);
    }
}
