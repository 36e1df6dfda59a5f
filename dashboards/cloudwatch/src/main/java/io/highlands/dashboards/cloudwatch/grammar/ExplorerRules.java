// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.grammar;

import java.util.Map;

/** Rules of metrics explorer widgets. */
final class ExplorerRules {

    private static final int MAX_METRICS = 100;

    private ExplorerRules() {
    }

    static void check(Member properties) {
        properties.only("metrics", "labels", "aggregateBy", "splitBy", "period", "title", "region", "widgetOptions");
        properties.required("metrics");
        properties.required("labels");
        properties.each("metrics", 1, MAX_METRICS, metric -> {
            metric.only("metricName", "resourceType", "stat");
            metric.required("metricName");
            metric.required("resourceType");
            metric.text("stat");
        });
        properties.each("labels", 1, Integer.MAX_VALUE, label -> {
            label.only("key", "value");
            label.required("key");
        });
        long types = properties.list("metrics", 0, Integer.MAX_VALUE).stream()
                .map(metric -> metric instanceof Map<?, ?> members ? members.get("resourceType") : null).distinct()
                .count();
        if (types > 1) {
            properties.fault("metrics have %d resource types, allowed is one".formatted(types));
        }
        Member aggregate = properties.child("aggregateBy");
        aggregate.only("key", "func");
        aggregate.enumerated("func", "AVG", "MIN", "MAX", "SUM");
        properties.text("splitBy");
        properties.period();
        options(properties.child("widgetOptions"));
    }

    private static void options(Member options) {
        options.only("legend", "rowsPerPage", "stacked", "view", "widgetsPerRow");
        options.enumerated("view", "timeSeries", "bar", "pie");
        options.flag("stacked");
        options.integer("rowsPerPage", 1, Integer.MAX_VALUE);
        options.integer("widgetsPerRow", 1, Integer.MAX_VALUE);
        MetricWidgetRules.legend(options);
    }
}
