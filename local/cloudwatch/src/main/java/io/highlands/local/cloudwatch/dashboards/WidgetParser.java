// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.highlands.cloudwatch.model.alarm.AlarmState;

/** Reads one widget; those without a place lie one under the other, as PutDashboard lays them. */
final class WidgetParser {

    private static final int WIDTH = 6;
    private static final int HEIGHT = 6;

    private final Substitution substitution;
    private int nextRow;

    WidgetParser(Substitution substitution) {
        this.substitution = substitution;
    }

    Optional<Widget> widget(Node node) {
        node.requireObject();
        node.only("type", "x", "y", "width", "height", "properties");
        Place place = place(node);
        String type = node.at("type").text("");
        if (type.isEmpty()) {
            node.error("Should have required property 'type'");
            return Optional.empty();
        }
        Node properties = node.at("properties");
        if (!properties.there()) {
            node.error("Should have required property 'properties'");
            return Optional.empty();
        }
        return Optional.of(switch (type) {
            case "metric" -> new MetricWidgetParser(properties, substitution).parse(place);
            case "text" -> text(place, properties);
            case "log" -> log(place, properties);
            case "alarm" -> alarm(place, properties);
            case "explorer", "custom" -> new OtherWidget(place, properties.at("title").text(""), type);
            default -> {
                node.at("type")
                        .error("Should be one of metric, text, log, alarm, explorer, custom, not '" + type + "'");
                yield new OtherWidget(place, "", type);
            }
        });
    }

    private Place place(Node node) {
        if (node.at("x").there() != node.at("y").there()) {
            node.error("Should have both 'x' and 'y', or neither");
        }
        int width = node.at("width").whole(WIDTH, 1, 24);
        int height = node.at("height").whole(HEIGHT, 1, 1_000);
        int x = node.at("x").whole(0, 0, 23);
        int y = node.at("y").whole(nextRow, 0, 100_000);
        nextRow = Math.max(nextRow, y + height);
        return new Place(x, y, Math.min(width, 24 - x), height);
    }

    private static Widget text(Place place, Node properties) {
        properties.only("markdown", "background");
        if (!properties.at("markdown").there()) {
            properties.error("Should have required property 'markdown'");
        }
        return new TextWidget(place, properties.at("markdown").text(""),
                properties.at("background").word("solid", "solid", "transparent").equals("transparent"));
    }

    private static Widget log(Place place, Node properties) {
        properties.only("query", "region", "title", "view", "stacked", "accountId", "timezone", "queryLanguage",
                "queryBy", "logGroupPrefixes", "start", "end");
        String query = properties.at("query").text("");
        if (query.isBlank()) {
            properties.error("Should have required property 'query'");
        }
        String view = properties.at("view").word("table", "table", "timeSeries", "bar", "pie");
        return new LogWidget(place, properties.at("title").text(""), query, view(view),
                properties.at("stacked").truth(false));
    }

    private static Widget alarm(Place place, Node properties) {
        properties.only("alarms", "title", "sortBy", "states");
        Node alarms = properties.at("alarms");
        if (!alarms.there()) {
            properties.error("Should have required property 'alarms'");
        }
        List<String> arns = alarms.items(1, 100).stream().map(node -> node.text("")).toList();
        Set<AlarmState> states = EnumSet.noneOf(AlarmState.class);
        properties.at("states").items(0, 3).forEach(node -> states
                .add(AlarmState.valueOf(node.word("ALARM", "ALARM", "OK", "INSUFFICIENT_DATA"))));
        return new AlarmWidget(place, properties.at("title").text(""), arns,
                properties.at("sortBy").word("default", "default", "stateUpdatedTimestamp", "timestamp"),
                states.isEmpty() ? EnumSet.allOf(AlarmState.class) : states);
    }

    /** The view of a name that has been checked. */
    static View view(String word) {
        return Arrays.stream(View.values()).filter(view -> view.word().equals(word)).findFirst().orElseThrow();
    }
}
