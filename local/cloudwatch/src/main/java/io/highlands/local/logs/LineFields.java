// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a log line that is a JSON object. */
public final class LineFields {

    private static final JsonMapper JSON = JsonMapper.shared();

    private LineFields() {
    }

    /**
     * Reads a line.
     *
     * @param message the line
     * @return its fields in the line's order, those of nested objects under names with dots, {@code null} as the text
     *         {@code null}; none for a line that is not a JSON object
     */
    public static Map<String, String> of(String message) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (message.startsWith("{")) {
            try {
                collect("", JSON.readTree(message), fields);
            } catch (JacksonException noJson) {
                fields.clear();
            }
        }
        return fields;
    }

    private static void collect(String name, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(name.isEmpty() ? field.getKey() : name + "." + field.getKey(),
                    field.getValue(), into));
        } else {
            into.put(name, node.isString() ? node.asString() : node.toString());
        }
    }
}
