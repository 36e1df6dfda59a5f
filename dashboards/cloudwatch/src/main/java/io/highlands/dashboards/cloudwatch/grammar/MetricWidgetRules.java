// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.grammar;

import java.util.List;
import java.util.Optional;

/** What a widget of type {@code metric} may hold, by CloudWatch's grammar of dashboard bodies. */
final class MetricWidgetRules {

    private static final int MAX_METRICS = 500;

    private MetricWidgetRules() {
    }

    /** Returns how many metrics the widget asks for. */
    static int check(Member properties) {
        properties.only("metrics", "annotations", "region", "view", "stat", "period", "stacked", "sparkline", "trend",
                "liveData", "legend", "timezone", "title", "yAxis", "table", "accountId", "start", "end", "labels",
                "setPeriodToTimeRange", "singleValueFullPrecision");
        properties.required("region");
        properties.text("region");
        properties.text("title");
        properties.matching("stat", StatisticNames.PATTERN, "are CloudWatch's statistics");
        properties.period();
        properties.flag("stacked", "sparkline", "trend", "liveData", "setPeriodToTimeRange",
                "singleValueFullPrecision");
        properties.matching("timezone", "[+-]\\d{4}", "are offsets as +0130");
        properties.matching("accountId", "\\d{12}", "are twelve digits");
        TimeRules.check(properties);
        legend(properties);
        table(properties.child("table"));
        Member labels = properties.child("labels");
        labels.only("visible");
        labels.flag("visible");
        axes(properties);
        boolean alarm = AnnotationRules.check(properties.child("annotations"));
        return metrics(properties, alarm);
    }

    static void legend(Member properties) {
        Member legend = properties.child("legend");
        legend.only("position");
        legend.enumerated("position", "right", "bottom", "hidden");
    }

    private static int metrics(Member properties, boolean alarm) {
        if (properties.has("metrics") == alarm) {
            properties.fault(alarm
                    ? "metrics and the annotation of an alarm exclude each other"
                    : "metrics is missing, or the annotation of an alarm");
        }
        List<?> rows = properties.list("metrics", 0, MAX_METRICS);
        new MetricRowRules(properties).check(rows);
        return rows.size();
    }

    private static void axes(Member properties) {
        Optional<String> view = properties.enumerated("view", "timeSeries", "singleValue", "gauge", "bar", "pie",
                "table");
        Member axes = properties.child("yAxis");
        axes.only("left", "right");
        Member left = axes.child("left");
        axis(left);
        axis(axes.child("right"));
        if (view.filter("gauge"::equals).isPresent() && !(left.has("min") && left.has("max"))) {
            properties.fault("view \"gauge\" needs yAxis left min and max");
        }
    }

    private static void axis(Member axis) {
        axis.only("min", "max", "label", "showUnits");
        axis.number("min");
        axis.number("max");
        axis.text("label");
        axis.flag("showUnits");
    }

    private static void table(Member table) {
        table.only("layout", "stickySummary", "showTimeSeriesData", "summaryColumns");
        table.enumerated("layout", "horizontal", "vertical");
        table.flag("stickySummary", "showTimeSeriesData");
        table.eachText("summaryColumns", 0, 4, "MIN", "MAX", "AVG", "SUM");
    }
}
