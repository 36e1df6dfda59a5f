// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One widget, not yet at its place.
 *
 * @param type
 *            CloudWatch's type of widget
 * @param width
 *            columns, of {@link Grid}
 * @param height
 *            rows, of {@link Grid}
 * @param properties
 *            as the grammar of dashboards wants them
 * @param incident
 *            what fills it, where nothing does in quiet times
 */
record Panel(String type, int width, int height, SequencedMap<String, Object> properties, Optional<Incident> incident) {

    /** What fills a panel, and why nothing else does. */
    record Incident(Fault fault, String service, String why) {}

    static Panel of(String type, int width, int height, SequencedMap<String, Object> properties) {
        return new Panel(type, width, height, properties, Optional.empty());
    }

    /** The same panel, which stays empty until that fault. */
    Panel filledBy(Fault fault, String service, String why) {
        return new Panel(type, width, height, properties, Optional.of(new Incident(fault, service, why)));
    }

    /** Its title; a text has none. */
    Optional<String> title() {
        return Optional.ofNullable((String) properties.get("title"));
    }

    Map<String, Object> at(int x, int y) {
        Map<String, Object> widget = new LinkedHashMap<>();
        widget.put("type", type);
        widget.put("x", x);
        widget.put("y", y);
        widget.put("width", width);
        widget.put("height", height);
        widget.put("properties", properties);
        return widget;
    }
}
