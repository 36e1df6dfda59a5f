// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

/**
 * A pattern that chooses events: each of its fields must be in the event, with one of the listed values.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html">Event patterns</a>
 */
public final class EventPattern {

    private static final String KNOWN = "prefix, suffix, equals-ignore-case, anything-but, exists";

    private final Predicate<JsonNode> matcher;

    private EventPattern(Predicate<JsonNode> matcher) {
        this.matcher = matcher;
    }

    /**
     * Reads a pattern.
     *
     * @param pattern the pattern as JSON
     * @return the pattern, ready to be asked
     * @throws IllegalArgumentException in one line, when it is no pattern or uses an operator that is not known here
     */
    public static EventPattern parse(JsonNode pattern) {
        return new EventPattern(object(pattern, ""));
    }

    /**
     * {@return whether an event fits}
     *
     * @param event the event
     */
    public boolean matches(JsonNode event) {
        return matcher.test(event);
    }

    private static Predicate<JsonNode> object(JsonNode pattern, String path) {
        if (!pattern.isObject() || pattern.isEmpty()) {
            throw new IllegalArgumentException((path.isEmpty() ? "an event pattern" : path)
                    + " must be an object with at least one field, found " + pattern);
        }
        List<Predicate<JsonNode>> fields = new ArrayList<>();
        pattern.forEachEntry((name, value) -> {
            String place = path.isEmpty() ? name : path + "." + name;
            if (name.startsWith("$")) {
                throw unknown(place, name);
            }
            Predicate<JsonNode> field = value.isArray() ? anyOf(value, place) : object(value, place);
            fields.add(event -> field.test(event.path(name)));
        });
        return event -> fields.stream().allMatch(field -> field.test(event));
    }

    /** The value, or one of its elements, is one of those listed. */
    private static Predicate<JsonNode> anyOf(JsonNode values, String path) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(path + " must list at least one value");
        }
        List<Predicate<JsonNode>> allowed = new ArrayList<>();
        values.forEach(value -> allowed.add(value.isObject() ? operator(value, path) : equalTo(value)));
        return event -> allowed.stream().anyMatch(one -> event.isArray()
                ? event.valueStream().anyMatch(one)
                : one.test(event));
    }

    private static Predicate<JsonNode> equalTo(JsonNode value) {
        return event -> value.isNumber() && event.isNumber()
                ? value.asDouble() == event.asDouble()
                : value.equals(event);
    }

    private static Predicate<JsonNode> operator(JsonNode operator, String path) {
        String name = operator.size() == 1 ? operator.propertyNames().iterator().next() : operator.toString();
        JsonNode operand = operator.path(name);
        return switch (name) {
            case "prefix" -> text(operand, path, String::startsWith);
            case "suffix" -> text(operand, path, String::endsWith);
            case "equals-ignore-case" -> text(operand, path, String::equalsIgnoreCase);
            case "exists" -> event -> operand.asBoolean() != event.isMissingNode();
            case "anything-but" -> {
                Predicate<JsonNode> excluded = anythingBut(operand, path);
                yield event -> !event.isMissingNode() && !excluded.test(event);
            }
            default -> throw unknown(path, name);
        };
    }

    private static Predicate<JsonNode> anythingBut(JsonNode operand, String path) {
        if (operand.isArray()) {
            return anyOf(operand, path);
        }
        return operand.isObject() ? operator(operand, path) : equalTo(operand);
    }

    private interface Comparing {

        boolean test(String event, String operand);
    }

    private static Predicate<JsonNode> text(JsonNode operand, String path, Comparing comparing) {
        if (!operand.isString()) {
            throw new IllegalArgumentException(path + ": an operator's value must be a string, found " + operand);
        }
        return event -> event.isString() && comparing.test(event.asString(), operand.asString());
    }

    private static IllegalArgumentException unknown(String path, String operator) {
        return new IllegalArgumentException(
                path + ": '" + operator + "' is no operator known here; allowed: " + KNOWN);
    }
}
