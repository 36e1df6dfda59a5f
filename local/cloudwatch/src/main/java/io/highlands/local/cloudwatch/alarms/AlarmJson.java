// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Instant;
import java.util.function.UnaryOperator;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.StateReason;

/** Alarms as JSON: what is kept of them, and what the history tells of them. */
final class AlarmJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private AlarmJson() {
    }

    static JsonNode parse(String json) {
        return JSON.readTree(json);
    }

    static boolean isJson(String text) {
        try {
            parse(text);
            return true;
        } catch (JacksonException notJson) {
            return false;
        }
    }

    static boolean same(AlarmDefinition one, AlarmDefinition other) {
        return one.origin() == other.origin() && DefinitionJson.write(one).equals(DefinitionJson.write(other));
    }

    static String writeEntry(AlarmEntry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("origin", entry.declared().origin().name())
                .put("actionsEnabled", entry.actionsEnabled())
                .put("configurationUpdated", entry.configurationUpdated().toString())
                .put("state", entry.state().name())
                .put("reason", entry.reason().text())
                .put("reasonData", entry.reason().data())
                .put("stateUpdated", entry.stateUpdated().toString())
                .put("stateTransitioned", entry.stateTransitioned().toString())
                .put("heldBack", entry.heldBack());
        json.set("declared", DefinitionJson.write(entry.declared()));
        return json.toString();
    }

    static AlarmEntry readEntry(String text, UnaryOperator<String> arn) {
        JsonNode json = parse(text);
        AlarmDefinition declared = DefinitionJson.read(json.path("declared"),
                Origin.valueOf(json.path("origin").asString()));
        AlarmEntry entry = new AlarmEntry(arn.apply(declared.name()), declared, time(json, "configurationUpdated"));
        entry.restore(json.path("actionsEnabled").asBoolean(), AlarmState.valueOf(json.path("state").asString()),
                new StateReason(json.path("reason").asString(), json.path("reasonData").asString()),
                time(json, "stateUpdated"), time(json, "stateTransitioned"), json.path("heldBack").asBoolean());
        return entry;
    }

    private static Instant time(JsonNode json, String name) {
        return Instant.parse(json.path(name).asString());
    }

    /** HistoryData of an alarm that was created or updated. */
    static String configuration(AlarmEntry now, AlarmEntry before) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", "1.0")
                .put("type", before == null ? "Create" : "Update");
        json.set(before == null ? "createdAlarm" : "updatedAlarm", DefinitionJson.write(now.definition()));
        return json.toString();
    }

    /** HistoryData of an alarm that was deleted. */
    static String deleted(AlarmEntry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", "1.0").put("type", "Delete");
        json.set("deletedAlarm", DefinitionJson.write(entry.definition()));
        return json.toString();
    }

    /** HistoryData of a change of state. */
    static String stateChange(AlarmEntry entry, AlarmState to, StateReason reason) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", "1.0");
        state(json.putObject("oldState"), entry.state(), entry.reason());
        state(json.putObject("newState"), to, reason);
        return json.toString();
    }

    private static void state(ObjectNode json, AlarmState state, StateReason reason) {
        json.put("stateValue", state.name()).put("stateReason", reason.text());
        if (!reason.data().isEmpty()) {
            json.set("stateReasonData", parse(reason.data()));
        }
    }
}
