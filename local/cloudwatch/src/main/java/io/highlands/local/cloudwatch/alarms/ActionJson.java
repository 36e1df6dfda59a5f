// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Instant;
import java.util.List;

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
            data.put("publishedMessage", message(entry, from, options).toString());
        } else {
            data.put("error", "only SNS topics take actions on this machine");
        }
        return data.toString();
    }

    private static ObjectNode message(AlarmEntry entry, AlarmState from, AlarmOptions options) {
        AlarmDefinition alarm = entry.declared();
        ObjectNode message = JSON.objectNode()
                .put("AlarmName", alarm.name())
                .put("AlarmDescription", alarm.description())
                .put("AWSAccountId", options.account())
                .put("AlarmConfigurationUpdatedTimestamp", entry.configurationUpdated().toString())
                .put("NewStateValue", entry.state().name())
                .put("NewStateReason", entry.reason().text())
                .put("StateChangeTime", entry.stateTransitioned().toString())
                .put("Region", options.region())
                .put("AlarmArn", options.arn(alarm.name()));
        if (from != null) {
            message.put("OldStateValue", from.name());
        }
        texts(message, "OKActions", alarm.actions().ok());
        texts(message, "AlarmActions", alarm.actions().alarm());
        texts(message, "InsufficientDataActions", alarm.actions().insufficientData());
        switch (alarm) {
            case MetricAlarmDefinition metric -> message.set("Trigger", DefinitionJson.write(metric));
            case CompositeAlarmDefinition composite -> message.put("AlarmRule", composite.rule().toString());
        }
        return message;
    }

    private static void texts(ObjectNode object, String name, List<String> texts) {
        texts.forEach(object.putArray(name)::add);
    }
}
