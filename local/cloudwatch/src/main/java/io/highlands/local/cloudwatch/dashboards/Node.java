// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import tools.jackson.databind.JsonNode;

/**
 * A place in a body: its JSON, the path to it, and where to write down what is wrong with it.
 *
 * @param json the value, perhaps missing
 * @param path such as {@code /widgets/0/properties}
 * @param messages what has been found wrong so far
 */
record Node(JsonNode json, String path, List<DashboardMessage> messages) {

    boolean there() {
        return !json.isMissingNode() && !json.isNull();
    }

    Node at(String name) {
        return new Node(json.path(name), path + "/" + name, messages);
    }

    Node at(int index) {
        return new Node(json.path(index), path + "/" + index, messages);
    }

    void error(String message) {
        messages.add(new DashboardMessage(path, message, true));
    }

    void warn(String message) {
        messages.add(new DashboardMessage(path, message, false));
    }

    List<Node> items(int least, int most) {
        if (!there()) {
            return List.of();
        }
        if (!json.isArray()) {
            error("Should be an array, not " + kind());
            return List.of();
        }
        if (json.size() < least || json.size() > most) {
            error("Should have " + least + " to " + most + " items, not " + json.size());
        }
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            items.add(at(i));
        }
        return items;
    }

    Optional<String> text() {
        if (!there()) {
            return Optional.empty();
        }
        if (!json.isString()) {
            error("Should be a string, not " + kind());
            return Optional.empty();
        }
        return Optional.of(json.stringValue());
    }

    String text(String fallback) {
        return text().orElse(fallback);
    }

    String word(String fallback, String... allowed) {
        String word = text(fallback);
        if (!Arrays.asList(allowed).contains(word)) {
            error("Should be one of " + String.join(", ", allowed) + ", not '" + word + "'");
            return fallback;
        }
        return word;
    }

    /**
     * A colour: "the six-digit HTML hex color code", such as {@code #d62728}; the short form is taken too.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html">Dashboard
     *      body structure, color</a>
     */
    String colour(String fallback) {
        String colour = text(fallback);
        if (there() && !colour.matches("#(?:[0-9A-Fa-f]{3}){1,2}")) {
            error("Should be a colour such as #d62728, not '" + colour + "'");
            return fallback;
        }
        return colour;
    }

    boolean truth(boolean fallback) {
        if (there() && !json.isBoolean()) {
            error("Should be true or false, not " + kind());
        }
        return json.isBoolean() ? json.booleanValue() : fallback;
    }

    OptionalDouble number() {
        if (!there()) {
            return OptionalDouble.empty();
        }
        if (!json.isNumber()) {
            error("Should be a number, not " + kind());
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(json.doubleValue());
    }

    int whole(int fallback, int least, int most) {
        OptionalDouble number = number();
        if (number.isEmpty()) {
            return fallback;
        }
        double value = number.getAsDouble();
        if (value != Math.rint(value) || value < least || value > most) {
            error("Should be a whole number from " + least + " to " + most + ", not " + json);
            return fallback;
        }
        return (int) value;
    }

    /** Warns of members that the grammar does not have. */
    void only(String... names) {
        List<String> allowed = Arrays.asList(names);
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            if (!allowed.contains(member.getKey())) {
                at(member.getKey()).warn("Should not have this property; allowed: " + String.join(", ", names));
            }
        }
    }

    void requireObject() {
        if (!json.isObject()) {
            error("Should be an object, not " + kind());
        }
    }

    String kind() {
        return there() ? json.getNodeType().name().toLowerCase(Locale.ROOT) : "missing";
    }
}
