// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.grammar;

import java.util.Optional;

/** Rules that hold for every widget, whatever its type. */
final class WidgetRules {

    private static final int COLUMNS = 24;
    private static final int TALLEST = 1000;

    private WidgetRules() {
    }

    /** Returns how many metrics the widget asks for. */
    static int check(Member widget) {
        widget.only("type", "x", "y", "width", "height", "properties");
        widget.integer("x", 0, COLUMNS - 1);
        widget.integer("y", 0, Integer.MAX_VALUE);
        widget.integer("width", 1, COLUMNS);
        widget.integer("height", 1, TALLEST);
        if (widget.has("x") != widget.has("y")) {
            widget.fault("x and y are given together or not at all");
        }
        widget.required("type");
        widget.required("properties");
        Optional<String> type = widget.enumerated("type", "metric", "text", "log", "alarm", "explorer", "custom");
        if (type.isEmpty() || !widget.has("properties")) {
            return 0;
        }
        Member properties = widget.child("properties");
        switch (type.get()) {
            case "metric" -> {
                return MetricWidgetRules.check(properties);
            }
            case "text" -> OtherWidgetRules.text(properties);
            case "log" -> OtherWidgetRules.log(properties);
            case "alarm" -> OtherWidgetRules.alarm(properties);
            case "explorer" -> ExplorerRules.check(properties);
            case "custom" -> OtherWidgetRules.custom(properties);
            default -> {
                return 0;
            }
        }
        return 0;
    }
}
