// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Panels that draw no metrics: texts, alarms and logs. */
final class Panels {

    private Panels() {
    }

    static Panel text(int height, String markdown) {
        SequencedMap<String, Object> properties = new LinkedHashMap<>();
        properties.put("markdown", markdown);
        properties.put("background", "transparent");
        return Panel.of("text", Grid.FULL, height, properties);
    }

    static Panel alarms(String title, int width, List<String> arns) {
        SequencedMap<String, Object> properties = new LinkedHashMap<>();
        properties.put("title", title);
        properties.put("alarms", arns);
        properties.put("sortBy", "stateUpdatedTimestamp");
        return Panel.of("alarm", width, Grid.STRIP, properties);
    }

    /**
     * A Logs Insights query.
     *
     * @param commands
     *            what comes after the sources, one command each
     */
    static Panel logs(String title, String region, int width, List<String> groups, String... commands) {
        StringBuilder query = new StringBuilder();
        for (String group : groups) {
            query.append(query.isEmpty() ? "" : " | ").append("SOURCE '").append(group).append('\'');
        }
        for (String command : commands) {
            query.append("\n| ").append(command);
        }
        SequencedMap<String, Object> properties = new LinkedHashMap<>();
        properties.put("title", title);
        properties.put("region", region);
        properties.put("view", "table");
        properties.put("query", query.toString());
        return Panel.of("log", width, Grid.LOG, properties);
    }
}
