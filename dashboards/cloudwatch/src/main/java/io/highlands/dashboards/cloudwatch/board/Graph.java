// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import io.highlands.dashboards.cloudwatch.measure.Measure;
import io.highlands.dashboards.cloudwatch.measure.MetricStat;
import io.highlands.dashboards.cloudwatch.measure.Numbers;

/** Builds a panel that draws metrics: zero-based, with a unit on its axis and a colour for each line. */
final class Graph {

    private final String title;
    private final String unit;
    private final String region;
    private final List<MetricRows.Line> lines = new ArrayList<>();
    private final List<Map<String, Object>> thresholds = new ArrayList<>();
    private final SequencedMap<String, Object> extras = new LinkedHashMap<>();
    private String view = "timeSeries";
    private String rightUnit = "";
    private Double max;
    private int width = Grid.THIRD;
    private int height = Grid.GRAPH;

    Graph(String title, String unit, String region) {
        this.title = title;
        this.unit = unit;
        this.region = region;
    }

    Graph line(Measure measure, String color) {
        lines.add(new MetricRows.Line(measure, color, false));
        return this;
    }

    /** A line by an axis of its own, at the right. */
    Graph right(String otherUnit, Measure measure, String color) {
        rightUnit = otherUnit;
        lines.add(new MetricRows.Line(measure, color, true));
        return this;
    }

    /** A search, which colours its lines itself. */
    Graph search(Measure measure) {
        return line(measure, "");
    }

    /** A line where an alarm fires, at the alarm's own constant, and the area beyond it. */
    Graph threshold(double value, String label, String color) {
        return horizontal(value, label, color, "above");
    }

    /** {@link #threshold} by the axis at the right. */
    Graph rightThreshold(double value, String label, String color) {
        horizontal(value, label, color, "above");
        thresholds.getLast().put("yAxis", "right");
        return this;
    }

    /** A line where an alarm fires that waits for less. */
    Graph floor(double value, String label, String color) {
        return horizontal(value, label, color, "below");
    }

    /** A line that only says where something ends. */
    Graph limit(double value, String label) {
        return horizontal(value, label, Palette.LIMIT, "none");
    }

    Graph stacked() {
        extras.put("stacked", true);
        return this;
    }

    /** The axis ends there. */
    Graph upTo(double most) {
        max = most;
        return this;
    }

    Graph size(int columns, int rows) {
        width = columns;
        height = rows;
        return this;
    }

    /** A range of its own, for periods that do not fit into the dashboard's. */
    Graph over(String range) {
        extras.put("start", range);
        return this;
    }

    /** Numbers in place of lines, one value over a range of its own. */
    Graph numberOver(String range) {
        view = "singleValue";
        extras.put("start", range);
        extras.put("setPeriodToTimeRange", true);
        extras.put("sparkline", false);
        return size(Grid.QUARTER, Grid.NUMBER);
    }

    /** A table with a line's least, mean and most in place of the line. */
    Graph table() {
        view = "table";
        SequencedMap<String, Object> table = new LinkedHashMap<>();
        table.put("layout", "vertical");
        table.put("stickySummary", true);
        table.put("showTimeSeriesData", false);
        table.put("summaryColumns", List.of("MIN", "AVG", "MAX"));
        extras.put("table", table);
        return this;
    }

    Panel panel() {
        SequencedMap<String, Object> properties = new LinkedHashMap<>();
        properties.put("title", title);
        properties.put("region", region);
        properties.put("view", view);
        properties.put("stat", MetricRows.DEFAULT_STATISTIC);
        properties.put("period", MetricStat.MINUTE.toSeconds());
        properties.put("metrics", MetricRows.of(lines));
        if ("timeSeries".equals(view)) {
            properties.put("yAxis", axes());
            properties.put("legend", Map.of("position", "bottom"));
        }
        if (!thresholds.isEmpty()) {
            properties.put("annotations", Map.of("horizontal", List.copyOf(thresholds)));
        }
        properties.putAll(extras);
        return Panel.of("metric", width, height, properties);
    }

    private Graph horizontal(double value, String label, String color, String fill) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("value", value);
        line.put("label", label.replace("{}", Numbers.plain(value)));
        line.put("color", color);
        line.put("fill", fill);
        thresholds.add(line);
        return this;
    }

    private Map<String, Object> axes() {
        Map<String, Object> axes = new LinkedHashMap<>();
        axes.put("left", axis(unit, max));
        if (!rightUnit.isEmpty()) {
            axes.put("right", axis(rightUnit, null));
        }
        return axes;
    }

    private static Map<String, Object> axis(String label, Double most) {
        Map<String, Object> axis = new LinkedHashMap<>();
        axis.put("label", label);
        axis.put("min", 0);
        if (most != null) {
            axis.put("max", most);
        }
        axis.put("showUnits", false);
        return axis;
    }
}
