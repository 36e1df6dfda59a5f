// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import io.highlands.dashboards.cloudwatch.measure.Formula;
import io.highlands.dashboards.cloudwatch.measure.Measure;
import io.highlands.dashboards.cloudwatch.measure.MetricIds;
import io.highlands.dashboards.cloudwatch.measure.MetricStat;

/** The rows of a metric widget: what is drawn, then, hidden, the metrics that formulas are made of. */
final class MetricRows {

    static final String DEFAULT_STATISTIC = "Average";

    /** What is drawn, its colour, and whether it belongs to the axis at the right. No colour: CloudWatch chooses. */
    record Line(Measure measure, String color, boolean right) {}

    private MetricRows() {
    }

    static List<List<Object>> of(List<Line> lines) {
        List<List<Object>> rows = new ArrayList<>();
        var ids = new MetricIds();
        for (Line line : lines) {
            rows.add(switch (line.measure()) {
                case MetricStat metric -> metric(metric, options(line));
                case Formula formula -> formula(formula, options(line), ids);
            });
        }
        ids.metrics().forEach((id, metric) -> {
            SequencedMap<String, Object> options = new LinkedHashMap<>();
            options.put("id", id);
            options.put("visible", false);
            rows.add(metric(metric, options));
        });
        return rows;
    }

    private static List<Object> metric(MetricStat metric, SequencedMap<String, Object> options) {
        List<Object> row = new ArrayList<>(List.of(metric.namespace(), metric.name()));
        metric.dimensions().forEach((name, value) -> {
            row.add(name);
            row.add(value);
        });
        if (!DEFAULT_STATISTIC.equals(metric.statistic())) {
            options.put("stat", metric.statistic());
        }
        period(metric.period(), options);
        row.add(options);
        return row;
    }

    private static List<Object> formula(Formula formula, SequencedMap<String, Object> options, MetricIds ids) {
        options.putFirst("expression", formula.flatten(ids));
        period(formula.period(), options);
        return List.of(options);
    }

    private static SequencedMap<String, Object> options(Line line) {
        SequencedMap<String, Object> options = new LinkedHashMap<>();
        options.put("label", line.measure().label());
        if (!line.color().isEmpty()) {
            options.put("color", line.color());
        }
        if (line.right()) {
            options.put("yAxis", "right");
        }
        return options;
    }

    private static void period(Duration period, Map<String, Object> options) {
        if (!period.equals(MetricStat.MINUTE)) {
            options.put("period", period.toSeconds());
        }
    }
}
