// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads {@code annotations}: either one alarm, or lines. */
final class AnnotationParser {

    private static final String COLOUR = "#d13212";

    private final Node annotations;

    AnnotationParser(Node annotations) {
        this.annotations = annotations;
        annotations.only("alarms", "horizontal", "vertical");
        boolean lines = annotations.at("horizontal").there() || annotations.at("vertical").there();
        if (annotations.at("alarms").there() && lines) {
            annotations.error("Should have either 'alarms' or 'horizontal' and 'vertical', not both");
        }
    }

    Optional<String> alarm() {
        return annotations.at("alarms").items(1, 1).stream().map(node -> node.text("")).findFirst();
    }

    List<HorizontalLine> horizontal() {
        List<HorizontalLine> lines = new ArrayList<>();
        for (Node node : annotations.at("horizontal").items(0, 1_000)) {
            Node line = node.json().isArray() ? node.at(0) : node;
            OptionalDouble other = node.json().isArray() ? node.at(1).at("value").number() : OptionalDouble.empty();
            OptionalDouble value = line.at("value").number();
            if (value.isEmpty()) {
                line.error("Should have required property 'value'");
                continue;
            }
            line.only("value", "label", "color", "fill", "yAxis", "visible");
            boolean right = line.at("yAxis").word("left", "left", "right").equals("right");
            String fill = line.at("fill").word("none", "above", "below", "none");
            if (line.at("visible").truth(true)) {
                lines.add(new HorizontalLine(value.getAsDouble(), line.at("label").text(""),
                        line.at("color").colour(COLOUR), fill, other, right ? Side.RIGHT : Side.LEFT));
            }
        }
        return List.copyOf(lines);
    }

    List<VerticalLine> vertical() {
        List<VerticalLine> lines = new ArrayList<>();
        for (Node node : annotations.at("vertical").items(0, 1_000)) {
            Node line = node.json().isArray() ? node.at(0) : node;
            Optional<Instant> other = node.json().isArray()
                    ? DashboardBodyParser.moment(node.at(1).at("value"))
                    : Optional.empty();
            Optional<Instant> at = DashboardBodyParser.moment(line.at("value"));
            line.only("value", "label", "color", "fill", "visible");
            String fill = line.at("fill").word("none", "before", "after", "none");
            if (at.isPresent() && line.at("visible").truth(true)) {
                lines.add(new VerticalLine(at.get(), line.at("label").text(""), line.at("color").colour(COLOUR), fill,
                        other));
            }
        }
        return List.copyOf(lines);
    }
}
