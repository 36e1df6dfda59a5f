// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

import io.highlands.local.template.Source;

/** A template's conditions, and {@code Fn::If}. */
final class Conditions {

    private final Evaluator evaluator;
    private final Map<String, Boolean> known = new HashMap<>();

    Conditions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The branch of {@code Fn::If} that holds, not evaluated. */
    JsonNode branch(Place place, JsonNode argument) {
        if (!argument.isArray() || argument.size() != 3 || !argument.get(0).isString()) {
            throw place.error("Fn::If takes [condition, value, value], found " + argument);
        }
        return argument.get(holds(place, argument.get(0).stringValue()) ? 1 : 2);
    }

    boolean holds(Place place, String name) {
        Stack.Section section = place.stack().section("Conditions");
        JsonNode body = section.get(name);
        if (body.isMissingNode()) {
            throw place.error("'" + name + "' is not a condition of this stack; allowed: "
                    + String.join(", ", new TreeSet<>(section.body().propertyNames())));
        }
        String key = place.stack().name() + "/Conditions." + name;
        Boolean value = known.get(key);
        if (value == null) {
            Place inside = new Place(place.stack(), new Source(place.stack().name(), "Conditions." + name), "");
            value = evaluator.once(inside, key, () -> holds(inside, body));
            known.put(key, value);
        }
        return value;
    }

    private boolean holds(Place place, JsonNode node) {
        if (!node.isObject() || node.size() != 1) {
            throw place.error("a condition is one of Fn::And, Fn::Or, Fn::Not, Fn::Equals, Condition; found " + node);
        }
        String function = node.propertyNames().iterator().next();
        JsonNode argument = node.get(function);
        return switch (function) {
            case "Condition" -> holds(place, argument.asString(""));
            case "Fn::Equals" -> equal(place, argument);
            case "Fn::Not" -> !holds(place, operands(place, function, argument, 1, 1).get(0));
            case "Fn::And" -> operands(place, function, argument, 2, 10).valueStream().allMatch(o -> holds(place, o));
            case "Fn::Or" -> operands(place, function, argument, 2, 10).valueStream().anyMatch(o -> holds(place, o));
            default -> throw place.error("'" + function
                    + "' is not a condition function; allowed: Fn::And, Fn::Or, Fn::Not, Fn::Equals, Condition");
        };
    }

    private boolean equal(Place place, JsonNode argument) {
        JsonNode operands = operands(place, "Fn::Equals", argument, 2, 2);
        return evaluator.text(place, operands.get(0), "an operand of Fn::Equals")
                .equals(evaluator.text(place, operands.get(1), "an operand of Fn::Equals"));
    }

    private static JsonNode operands(Place place, String function, JsonNode argument, int least, int most) {
        if (!argument.isArray() || argument.size() < least || argument.size() > most) {
            throw place.error(function + " takes " + (least == most ? least : least + " to " + most)
                    + " operands, found " + argument);
        }
        return argument;
    }
}
