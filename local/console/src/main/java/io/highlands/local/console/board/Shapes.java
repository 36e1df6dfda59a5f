// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.board;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;

import io.highlands.local.cloudwatch.dashboards.Series;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;

/** Small drawings. */
final class Shapes {

    private Shapes() {
    }

    static Element svg(String box) {
        return Html.el("svg").attr("viewBox", box).attr("aria-hidden", "true");
    }

    /** A square of a series' colour. */
    static Element swatch(String colour) {
        return svg("0 0 10 10").cls("swatch").add(Html.el("rect").attr("width", 10).attr("height", 10).attr("rx", 2)
                .attr("fill", colour));
    }

    /** A line without axes; it breaks where periods have no value. */
    static Element sparkline(Series series) {
        double low = 0;
        double high = 0;
        for (double value : series.values()) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        long first = series.seconds()[0];
        double length = Math.max(1, series.seconds()[series.seconds().length - 1] - first);
        double span = high - low == 0 ? 1 : high - low;
        Element svg = svg("0 0 200 26").cls("spark").attr("preserveAspectRatio", "none");
        double lowest = low;
        polylines(series, second -> 200 * (second - first) / length, value -> 25 - 24 * (value - lowest) / span)
                .forEach(line -> svg.add(line.attr("stroke-width", "1.5").attr("vector-effect", "non-scaling-stroke")));
        return svg;
    }

    /**
     * One line for each stretch without a missing period. A single point is drawn as a dot: as a line to itself, since of a lone
     * one nothing is stroked (SVG 1.1, 11.4).
     *
     * @param x where a second is
     * @param y where a value is
     */
    static List<Element> polylines(Series series, LongToDoubleFunction x, DoubleUnaryOperator y) {
        List<List<String>> stretches = new ArrayList<>();
        for (int i = 0; i < series.values().length; i++) {
            if (i == 0 || series.seconds()[i] - series.seconds()[i - 1] > 1.5 * series.period()) {
                stretches.add(new ArrayList<>());
            }
            stretches.getLast().add(decimal(x.applyAsDouble(series.seconds()[i])) + ","
                    + decimal(y.applyAsDouble(series.values()[i])));
        }
        return stretches.stream().map(points -> points.size() == 1 ? Collections.nCopies(2, points.getFirst()) : points)
                .map(points -> Html.el("polyline").attr("points", String.join(" ", points)).attr("fill", "none")
                        .attr("stroke", series.colour()).attr("stroke-linecap", "round")
                        .attr("stroke-linejoin", "round"))
                .toList();
    }

    /**
     * An arc of a circle, as a stroke.
     *
     * @param from where it begins, as a part of the circle, clockwise from the top
     * @param until where it ends
     */
    static Element arc(double x, double y, double radius, double from, double until, double width, String colour) {
        double end = until - from >= 1 ? from + 0.9999 : until;
        return Html.el("path").attr("d", "M" + point(x, y, radius, from) + "A" + decimal(radius) + " " + decimal(radius)
                + " 0 " + (end - from > 0.5 ? 1 : 0) + " 1 " + point(x, y, radius, end)).attr("fill", "none")
                .attr("stroke", colour).attr("stroke-width", decimal(width));
    }

    private static String point(double x, double y, double radius, double turn) {
        double angle = 2 * Math.PI * turn;
        return decimal(x + radius * Math.sin(angle)) + " " + decimal(y - radius * Math.cos(angle));
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
