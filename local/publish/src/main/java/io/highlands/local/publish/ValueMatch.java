// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

/** What an event pattern lists for a field: a value, or an operator on the event's value. */
final class ValueMatch {

    private static final String PREFIX = "prefix";
    private static final String SUFFIX = "suffix";
    private static final String IGNORE_CASE = "equals-ignore-case";
    private static final String ANYTHING_BUT = "anything-but";

    private ValueMatch() {
    }

    /**
     * Reads one.
     *
     * @param listed the value or the operator
     * @param place the field, as messages name it
     * @return whether a text, number, true, false or null of an event fits
     * @throws IllegalArgumentException in one line
     */
    static Predicate<JsonNode> parse(JsonNode listed, String place) {
        if (listed.isArray()) {
            throw refused(place, listed, "text, a number, true, false, null or an operator");
        }
        return listed.isObject() ? operator(listed, place) : equalTo(listed);
    }

    static IllegalArgumentException unknown(String place, String operator) {
        return new IllegalArgumentException(place + ": '" + operator + "' is no operator known here; allowed: "
                + String.join(", ", PREFIX, SUFFIX, IGNORE_CASE, ANYTHING_BUT, "exists"));
    }

    private static Predicate<JsonNode> equalTo(JsonNode value) {
        return found -> value.isNumber() && found.isNumber()
                ? value.decimalValue().compareTo(found.decimalValue()) == 0
                : value.equals(found);
    }

    private static Predicate<JsonNode> operator(JsonNode operator, String place) {
        String name = name(operator);
        JsonNode operand = operator.path(name);
        return switch (name) {
            case PREFIX -> edge(operand, place, true);
            case SUFFIX -> edge(operand, place, false);
            case IGNORE_CASE -> text(operand, place, String::equalsIgnoreCase);
            case ANYTHING_BUT -> excluded(operand, place).negate();
            default -> throw unknown(place, name);
        };
    }

    private static String name(JsonNode operator) {
        return operator.size() == 1 ? operator.propertyNames().iterator().next() : operator.toString();
    }

    private static Predicate<JsonNode> edge(JsonNode operand, String place, boolean start) {
        return operand.isObject() && operand.size() == 1 && operand.has(IGNORE_CASE)
                ? text(operand.path(IGNORE_CASE), place, (found, edge) -> found.regionMatches(true,
                        start ? 0 : found.length() - edge.length(), edge, 0, edge.length()))
                : text(operand, place, start ? String::startsWith : String::endsWith);
    }

    private static Predicate<JsonNode> excluded(JsonNode operand, String place) {
        if (operand.isObject()) {
            return excludedText(operand, place);
        }
        List<JsonNode> values = operand.isArray() ? operand.valueStream().toList() : List.of(operand);
        if (values.isEmpty()
                || !values.stream().allMatch(JsonNode::isString) && !values.stream().allMatch(JsonNode::isNumber)) {
            throw refused(place, operand, "text or numbers in " + ANYTHING_BUT);
        }
        return anyOf(values.stream().map(ValueMatch::equalTo).toList());
    }

    private static Predicate<JsonNode> excludedText(JsonNode operator, String place) {
        String name = name(operator);
        BiPredicate<String, String> comparing = switch (name) {
            case PREFIX -> String::startsWith;
            case SUFFIX -> String::endsWith;
            case IGNORE_CASE -> String::equalsIgnoreCase;
            default -> throw refused(place, operator,
                    String.join(", ", PREFIX, SUFFIX, IGNORE_CASE) + " in " + ANYTHING_BUT);
        };
        JsonNode operand = operator.path(name);
        List<JsonNode> values = operand.isArray() ? operand.valueStream().toList() : List.of(operand);
        if (values.isEmpty()
                || !IGNORE_CASE.equals(name) && values.stream().anyMatch(each -> each.asString("x").isEmpty())) {
            throw refused(place, operator, "text that is not empty");
        }
        return anyOf(values.stream().map(each -> text(each, place, comparing)).toList());
    }

    private static Predicate<JsonNode> anyOf(List<Predicate<JsonNode>> some) {
        return found -> some.stream().anyMatch(one -> one.test(found));
    }

    private static Predicate<JsonNode> text(JsonNode operand, String place, BiPredicate<String, String> comparing) {
        if (!operand.isString()) {
            throw new IllegalArgumentException(place + ": an operator's value must be a string, found " + operand);
        }
        return found -> found.isString() && comparing.test(found.asString(), operand.asString());
    }

    private static IllegalArgumentException refused(String place, JsonNode found, String allowed) {
        return new IllegalArgumentException(place + ": found " + found + "; allowed: " + allowed);
    }
}
