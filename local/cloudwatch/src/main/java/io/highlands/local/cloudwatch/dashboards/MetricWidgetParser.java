// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the properties of a metric widget. */
final class MetricWidgetParser {

    private static final int MAX_ROWS = 500;

    private final Node properties;
    private final Substitution substitution;

    MetricWidgetParser(Node properties, Substitution substitution) {
        this.properties = properties;
        this.substitution = substitution;
    }

    MetricWidget parse(Place place) {
        properties.only("metrics", "annotations", "title", "view", "stacked", "sparkline", "setPeriodToTimeRange",
                "legend", "yAxis", "period", "stat", "region", "accountId", "liveData", "timezone", "trend", "table",
                "labels", "start", "end", "singleValueFullPrecision");
        AnnotationParser annotations = new AnnotationParser(properties.at("annotations"));
        Optional<String> alarm = annotations.alarm();
        boolean metrics = properties.at("metrics").there();
        if (!metrics && alarm.isEmpty()) {
            properties.error("Should have required property 'metrics', or an alarm in 'annotations'");
        }
        if (metrics && !properties.at("region").there()) {
            properties.error("Should have required property 'region'");
        }
        View view = WidgetParser.view(properties.at("view").word("timeSeries", "timeSeries", "singleValue", "gauge",
                "bar", "pie", "table"));
        Axis left = axis(properties.at("yAxis").at("left"));
        if (view == View.GAUGE && (left.min().isEmpty() || left.max().isEmpty())) {
            properties.at("yAxis").error("Should have 'left' with 'min' and 'max', which a gauge needs");
        }
        return new MetricWidget(place, properties.at("title").text(""), view, properties.at("stacked").truth(false),
                properties.at("sparkline").truth(false), properties.at("setPeriodToTimeRange").truth(false),
                ownRange(), summaries(),
                properties.at("legend").at("position").word("bottom", "bottom", "right", "hidden"), left,
                axis(properties.at("yAxis").at("right")), rows(), annotations.horizontal(), annotations.vertical(),
                alarm, substitution.property("region", properties.at("region").text("")));
    }

    private Optional<Duration> ownRange() {
        Node start = properties.at("start");
        String text = start.text("");
        return text.startsWith("-P") ? DashboardBodyParser.relative(start, text) : Optional.empty();
    }

    private List<String> summaries() {
        Node columns = properties.at("table").at("summaryColumns");
        return columns.there()
                ? columns.items(0, 4).stream().map(node -> node.word("AVG", "MIN", "MAX", "AVG", "SUM")).toList()
                : List.of("MIN", "MAX", "SUM", "AVG");
    }

    private static Axis axis(Node node) {
        if (!node.there()) {
            return Axis.AUTOMATIC;
        }
        node.only("min", "max", "label", "showUnits");
        return new Axis(node.at("min").number(), node.at("max").number(), node.at("label").text(""),
                node.at("showUnits").truth(true));
    }

    private List<MetricRow> rows() {
        RowParser.Inherited inherited = new RowParser.Inherited(
                substitution.property("stat", properties.at("stat").text("Average")),
                RowParser.period(properties.at("period"), 300));
        RowParser parser = new RowParser(inherited, substitution);
        List<MetricRow> rows = new ArrayList<>();
        properties.at("metrics").items(0, MAX_ROWS).forEach(node -> parser.row(node).ifPresent(rows::add));
        return List.copyOf(rows);
    }
}
