// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;

import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;

/** Series over time, as lines that break where periods have no value, with thresholds. Each side has its own scale. */
final class ChartPicture {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 130;
    private static final int LEFT = 44;
    private static final int RIGHT = 410;
    private static final int TOP = 8;
    private static final int BOTTOM = 118;

    /** A gap of more than this many periods breaks the line. */
    private static final double GAP = 1.5;

    private final JsonNode data;
    private final double from;
    private final double until;

    ChartPicture(JsonNode data) {
        this.data = data;
        this.from = data.path("from").asDouble();
        this.until = Math.max(from + 1, data.path("until").asDouble());
    }

    Content svg() {
        Element svg = Html.el("svg").attr("viewBox", "0 0 " + WIDTH + " " + HEIGHT).attr("role", "img")
                .attr("aria-label", data.path("title").asString("chart"))
                .add(Html.el("rect").attr("x", LEFT).attr("y", TOP).attr("width", RIGHT - LEFT)
                        .attr("height", BOTTOM - TOP).attr("class", "plot"));
        double top = most("left");
        svg.add(label(TOP + 6, top), label(BOTTOM, least("left")));
        for (JsonNode line : data.path("lines")) {
            String y = decimal(y(line.path("value").asDouble(), line.path("side").asString("left")));
            svg.add(Html.el("line").attr("x1", LEFT).attr("x2", RIGHT).attr("y1", y).attr("y2", y)
                    .attr("stroke", line.path("colour").asString("#c33")).attr("stroke-dasharray", "4 3"));
        }
        data.path("series").forEach(series -> draw(svg, series));
        return svg;
    }

    private void draw(Element svg, JsonNode series) {
        List<String> points = new ArrayList<>();
        String side = series.path("side").asString("left");
        double before = Double.NaN;
        for (int i = 0; i < series.path("t").size(); i++) {
            double time = series.path("t").get(i).asDouble();
            if (time - before > GAP * series.path("period").asDouble(60)) {
                line(svg, points, series);
                points.clear();
            }
            points.add(decimal(x(time)) + "," + decimal(y(series.path("v").get(i).asDouble(), side)));
            before = time;
        }
        line(svg, points, series);
    }

    private static void line(Element svg, List<String> points, JsonNode series) {
        String colour = series.path("colour").asString("#888");
        if (points.size() == 1) {
            String[] point = points.getFirst().split(",");
            svg.add(Html.el("circle").attr("cx", point[0]).attr("cy", point[1]).attr("r", 2).attr("fill", colour));
        } else if (!points.isEmpty()) {
            svg.add(Html.el("polyline").attr("points", String.join(" ", points)).attr("fill", "none")
                    .attr("stroke", colour).attr("stroke-width", "1.5"));
        }
    }

    private static Element label(int y, double value) {
        return Html.el("text").attr("x", LEFT - 4).attr("y", y).attr("text-anchor", "end").attr("font-size", 10)
                .text(Figures.number(value));
    }

    private double x(double time) {
        return LEFT + (RIGHT - LEFT) * Math.clamp((time - from) / (until - from), 0, 1);
    }

    private double y(double value, String side) {
        double low = least(side);
        double high = most(side);
        return BOTTOM - (BOTTOM - TOP) * Math.clamp((value - low) / (high - low), 0, 1);
    }

    private double least(String side) {
        return data.path(side).has("min") ? data.path(side).path("min").asDouble() : Math.min(0, extreme(side, false));
    }

    private double most(String side) {
        double most = data.path(side).has("max") ? data.path(side).path("max").asDouble() : extreme(side, true);
        return most > least(side) ? most : least(side) + 1;
    }

    private double extreme(String side, boolean largest) {
        double extreme = 0;
        for (JsonNode series : data.path("series")) {
            if (series.path("side").asString("left").equals(side)) {
                for (JsonNode value : series.path("v")) {
                    extreme = largest ? Math.max(extreme, value.asDouble()) : Math.min(extreme, value.asDouble());
                }
            }
        }
        for (JsonNode line : data.path("lines")) {
            if (line.path("side").asString("left").equals(side)) {
                extreme = largest
                        ? Math.max(extreme, line.path("value").asDouble())
                        : Math.min(extreme, line.path("value").asDouble());
            }
        }
        return extreme;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
