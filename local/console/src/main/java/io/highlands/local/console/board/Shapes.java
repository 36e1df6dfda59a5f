// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        List<String> points = new ArrayList<>();
        for (int i = 0; i < series.values().length; i++) {
            if (i > 0 && series.seconds()[i] - series.seconds()[i - 1] > 1.5 * series.period()) {
                svg.add(line(points, series.colour()));
                points.clear();
            }
            points.add(decimal(200 * (series.seconds()[i] - first) / length) + ","
                    + decimal(25 - 24 * (series.values()[i] - low) / span));
        }
        return svg.add(line(points, series.colour()));
    }

    private static Element line(List<String> points, String colour) {
        return Html.el("polyline").attr("points", String.join(" ", points)).attr("fill", "none").attr("stroke", colour)
                .attr("stroke-width", "1.5").attr("vector-effect", "non-scaling-stroke");
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
