// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.provision;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values to give to a property in place of its own. What an error says is allowed is tried next. */
final class OtherValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern ALLOWED = Pattern.compile("allowed: ([^;]+)$");
    private static final int MAX_TRIES = 24;

    private final String own;
    private final Deque<JsonNode> values = new ArrayDeque<>();
    private final Set<JsonNode> tried = new HashSet<>();
    private final Set<JsonNode> learned = new HashSet<>();

    OtherValues(JsonNode value) {
        own = value.isValueNode() ? value.asString() : null;
        tried.add(value);
        if (value.isMissingNode()) {
            add(JSON.stringNode("x"));
            add(JSON.numberNode(7));
            add(JSON.numberNode(1));
            add(JSON.arrayNode().add("x"));
        } else if (value.isBoolean()) {
            add(JSON.booleanNode(!value.booleanValue()));
        } else if (value.isNumber()) {
            number(value.doubleValue());
        } else if (value.isString()) {
            text(value.stringValue());
        } else if (value.isArray()) {
            list((ArrayNode) value);
        } else {
            add(JSON.stringNode("changed"));
        }
    }

    private void number(double number) {
        for (double other : new double[]{number + 1, number - 1, number * 2, Math.floor(number / 2), number + 60, 0}) {
            add(other == Math.rint(other) ? JSON.numberNode((long) other) : JSON.numberNode(other));
        }
    }

    private void text(String text) {
        if (text.matches("-?\\d{1,9}(\\.\\d+)?")) {
            number(Double.parseDouble(text));
        }
        for (String other : new String[]{text + "x", text.isEmpty() ? "x" : text.substring(0, text.length() - 1),
                text + "/x", text + "1", text.equals("true") ? "false" : "true"}) {
            add(JSON.stringNode(other));
        }
    }

    private void list(ArrayNode list) {
        if (!list.isEmpty()) {
            add(list.deepCopy().add(list.get(list.size() - 1).isString()
                    ? JSON.stringNode(list.get(list.size() - 1).stringValue() + "x")
                    : list.get(list.size() - 1).deepCopy()));
            ArrayNode shorter = list.deepCopy();
            shorter.remove(0);
            add(shorter);
        }
    }

    private void add(JsonNode value) {
        if (!value.asString("").equals(own) && tried.add(value)) {
            values.add(value);
        }
    }

    /** The next value, or null when enough were tried. */
    JsonNode next() {
        return tried.size() - values.size() > MAX_TRIES ? null : values.poll();
    }

    /** Whether a value is one that an error named as allowed, which may be another name of the same. */
    boolean isLearned(JsonNode value) {
        return learned.contains(value);
    }

    /** Takes over the values that an error names as allowed. */
    void allowed(String error) {
        Matcher matcher = ALLOWED.matcher(error);
        if (matcher.find()) {
            Arrays.stream(matcher.group(1).split(",| and | or ")).map(String::strip).filter(word -> !word.isEmpty())
                    .map(JSON::stringNode)
                    .forEach(word -> {
                        learned.add(word);
                        add(word);
                    });
        }
    }
}
