// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Instant;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Entries of the history as JSON, as they are kept. */
final class HistoryJson {

    private HistoryJson() {
    }

    static String write(HistoryItem item) {
        return JsonNodeFactory.instance.objectNode()
                .put("alarm", item.alarm())
                .put("alarmType", item.alarmType().name())
                .put("at", item.at().toString())
                .put("type", item.type().name())
                .put("summary", item.summary())
                .put("data", item.data()).toString();
    }

    static HistoryItem read(String json) {
        JsonNode item = AlarmJson.parse(json);
        return new HistoryItem(item.path("alarm").asString(), AlarmType.valueOf(item.path("alarmType").asString()),
                Instant.parse(item.path("at").asString()),
                HistoryItem.Type.valueOf(item.path("type").asString()), item.path("summary").asString(),
                item.path("data").asString());
    }
}
