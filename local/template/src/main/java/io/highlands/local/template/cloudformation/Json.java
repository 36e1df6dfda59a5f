// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** Small helpers for JSON trees. */
final class Json {

    /** What {@code AWS::NoValue} stands for: the property or element is not there. */
    static final JsonNode NOTHING = MissingNode.getInstance();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {
    }

    static JsonNode string(String value) {
        return NODES.stringNode(value);
    }

    static ArrayNode strings(List<String> values) {
        ArrayNode array = NODES.arrayNode(values.size());
        values.forEach(array::add);
        return array;
    }

    static boolean isScalar(JsonNode node) {
        return node.isString() || node.isNumber() || node.isBoolean();
    }

    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "the string '" + node.stringValue() + "'";
            case NUMBER -> "the number " + node.asString();
            case BOOLEAN -> "the boolean " + node.asString();
            case NULL -> "null";
            default -> "nothing";
        };
    }

    /** The name of the function if the node is a call such as {@code {"Ref": "X"}}, else null. */
    static String function(JsonNode node) {
        if (!node.isObject() || node.size() != 1) {
            return null;
        }
        String name = node.propertyNames().iterator().next();
        return name.equals("Ref") || name.startsWith("Fn::") ? name : null;
    }
}
