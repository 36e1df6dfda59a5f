// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * A pattern that chooses events: each of its fields must be in the event, with one of the listed values. Where the event has an array,
 * one element has to match, and the same one for all fields below it. The operators {@code numeric}, {@code wildcard}, {@code cidr} and
 * {@code $or} are refused.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html">Event patterns</a>
 * @see <a href="https://github.com/aws/event-ruler">Event Ruler</a>, AWS's own matcher, which a test compares with this one
 */
public final class EventPattern {

    private final Part matcher;

    private EventPattern(Part matcher) {
        this.matcher = matcher;
    }

    /**
     * Reads a pattern.
     *
     * @param pattern the pattern as JSON
     * @return the pattern, ready for {@link #matches}
     * @throws IllegalArgumentException in one line, when it is no pattern or uses an operator that is not known here
     */
    public static EventPattern parse(JsonNode pattern) {
        return new EventPattern(object(pattern, List.of()));
    }

    /**
     * {@return whether an event matches}
     *
     * @param event the event
     */
    public boolean matches(JsonNode event) {
        return matcher.matches(event, event);
    }

    /** What a pattern says of one place in an event. */
    private interface Part {

        /**
         * {@return whether it holds}
         *
         * @param here what the event has at that place; a missing node where it has nothing
         * @param event the event
         */
        boolean matches(JsonNode here, JsonNode event);
    }

    private static Part object(JsonNode pattern, List<String> path) {
        if (!pattern.isObject() || pattern.isEmpty()) {
            throw new IllegalArgumentException((path.isEmpty() ? "an event pattern" : place(path))
                    + " must be an object with at least one field, found " + pattern);
        }
        List<Part> fields = new ArrayList<>();
        pattern.forEachEntry((name, value) -> {
            List<String> below = Stream.concat(path.stream(), Stream.of(name)).toList();
            if (name.startsWith("$")) {
                throw ValueMatch.unknown(place(below), name);
            }
            if (name.contains(".")) {
                throw new IllegalArgumentException(
                        place(path) + ": found the field '" + name + "'; allowed: a name without dots, in an object");
            }
            Part field = value.isArray() ? anyOf(value, below) : object(value, below);
            fields.add((here, event) -> field.matches(here.path(name), event));
        });
        return (here, event) -> {
            List<JsonNode> elements = elements(here).toList();
            return elements.isEmpty()
                    ? fields.stream().allMatch(field -> field.matches(here, event))
                    : elements.stream().anyMatch(each -> fields.stream().allMatch(field -> field.matches(each, event)));
        };
    }

    /** The value, or one of its elements, is one of those listed. */
    private static Part anyOf(JsonNode values, List<String> path) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(place(path) + " must list at least one value");
        }
        List<Part> allowed = values.valueStream().map(value -> value.has("exists")
                ? exists(value, path)
                : ofValue(ValueMatch.parse(value, place(path)))).toList();
        return (here, event) -> allowed.stream().anyMatch(one -> one.matches(here, event));
    }

    private static Part ofValue(Predicate<JsonNode> value) {
        return (here, event) -> leaves(here).anyMatch(value);
    }

    /** A field is absent where no element of any array on its path has it. */
    private static Part exists(JsonNode operator, List<String> path) {
        JsonNode operand = operator.path("exists");
        if (operator.size() != 1 || !operand.isBoolean()) {
            throw new IllegalArgumentException(place(path) + ": found " + operator
                    + "; allowed: {\"exists\": true}, {\"exists\": false}");
        }
        return operand.asBoolean()
                ? (here, event) -> leaves(here).findAny().isPresent()
                : (here, event) -> leaves(event, path).findAny().isEmpty();
    }

    private static Stream<JsonNode> leaves(JsonNode event, List<String> path) {
        Stream<JsonNode> nodes = Stream.of(event);
        for (String name : path) {
            nodes = nodes.flatMap(EventPattern::elements).map(node -> node.path(name));
        }
        return nodes.flatMap(EventPattern::leaves);
    }

    private static Stream<JsonNode> leaves(JsonNode node) {
        return elements(node).filter(JsonNode::isValueNode);
    }

    /** The node, or the elements of an array, also of arrays in it; nothing where the event has nothing. */
    private static Stream<JsonNode> elements(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream().flatMap(EventPattern::elements);
        }
        return node.isMissingNode() ? Stream.empty() : Stream.of(node);
    }

    private static String place(List<String> path) {
        return path.isEmpty() ? "an event pattern" : String.join(".", path);
    }
}
