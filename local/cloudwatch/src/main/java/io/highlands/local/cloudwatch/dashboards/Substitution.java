// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the chosen values of a dashboard's variables replace.
 *
 * @param properties chosen values by the property or dimension whose values they replace
 * @param patterns chosen values by the text that they replace
 */
record Substitution(Map<String, String> properties, Map<String, String> patterns) {

    static Substitution of(List<Variable> variables, Map<String, String> choices) {
        Map<String, String> properties = new HashMap<>();
        Map<String, String> patterns = new LinkedHashMap<>();
        for (Variable variable : variables) {
            String value = choices.getOrDefault(variable.id(), variable.defaultValue());
            if (!value.isEmpty()) {
                (variable.property() ? properties : patterns).put(variable.target(), value);
            }
        }
        return new Substitution(properties, patterns);
    }

    boolean changesText() {
        return !patterns.isEmpty();
    }

    /** The value of a property or dimension, replaced where a variable says so. */
    String property(String name, String value) {
        return properties.getOrDefault(name, value);
    }

    /** A copy of the body, its widgets' texts replaced. */
    JsonNode text(JsonNode body) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        body.properties().forEach(member -> copy.set(member.getKey(),
                member.getKey().equals("widgets") ? replaced(member.getValue()) : member.getValue()));
        return copy;
    }

    private JsonNode replaced(JsonNode node) {
        if (node.isString()) {
            String text = node.stringValue();
            for (Map.Entry<String, String> pattern : patterns.entrySet()) {
                text = text.replace(pattern.getKey(), pattern.getValue());
            }
            return JsonNodeFactory.instance.stringNode(text);
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(replaced(item)));
            return copy;
        }
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> copy.set(member.getKey(), replaced(member.getValue())));
            return copy;
        }
        return node;
    }
}
