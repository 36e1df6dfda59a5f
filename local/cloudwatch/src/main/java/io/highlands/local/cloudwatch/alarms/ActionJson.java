// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Instant;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.cloudwatch.model.alarm.AlarmState;

/** What an action was: the HistoryData of an Action entry, with the message that a topic's subscribers get. */
final class ActionJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ActionJson() {
    }

    static String of(AlarmEntry entry, String arn, boolean published, AlarmState from, Instant at,
            AlarmOptions options) {
        ObjectNode data = JSON.objectNode()
                .put("actionState", published ? "Succeeded" : "Failed")
                .put("stateUpdateTimestamp", at.toEpochMilli())
                .put("notificationResource", arn);
        if (published) {
            data.put("publishedMessage", JSON.objectNode()
                    .put("default", Notification.of(entry, from, options).toString()).toString());
        } else {
            data.put("error", "only SNS topics take actions on this machine");
        }
        return data.toString();
    }
}
