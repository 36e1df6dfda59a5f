// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.validation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import io.highlands.local.aws.model.Shape;
import io.highlands.local.aws.validation.Violation.Rule;

/** Holds a tree against its shape and collects what does not fit, up to a number that a reader can use. */
final class ShapeRules {

    private static final int REPORTED = 10;

    private final List<Violation> violations = new ArrayList<>();
    private final Deque<Object> path = new ArrayDeque<>();

    /**
     * What is wrong with an input.
     *
     * @param shape the input's shape
     * @param input the parameters
     * @return the first ten violations in the order of the model
     */
    static List<Violation> broken(Shape shape, Map<String, Object> input) {
        ShapeRules rules = new ShapeRules();
        rules.structure(shape, input);
        return rules.violations;
    }

    private void structure(Shape shape, Map<?, ?> members) {
        for (String name : shape.required()) {
            if (!members.containsKey(name)) {
                path.addLast(name);
                report(null, Rule.REQUIRED, "");
                path.removeLast();
            }
        }
        members.forEach((name, value) -> within(name, shape.members().get(name), value));
    }

    private void within(Object step, Shape shape, Object value) {
        if (violations.size() >= REPORTED) {
            return;
        }
        path.addLast(step);
        switch (shape.type()) {
            case STRUCTURE -> structure(shape, (Map<?, ?>) value);
            case LIST -> list(shape, (List<?>) value);
            case MAP -> ((Map<?, ?>) value).forEach((key, entry) -> within(key, shape.element(), entry));
            case STRING -> text(shape, (String) value);
            case INTEGER, LONG -> number(shape, (Long) value);
            default -> {
                // Times, booleans and decimals have no bounds that the services do not check themselves.
            }
        }
        path.removeLast();
    }

    private void list(Shape shape, List<?> elements) {
        size(shape, elements.size(), "[…]", Rule.FEWEST, Rule.MOST);
        for (int at = 0; at < elements.size(); at++) {
            within(at + 1, shape.element(), elements.get(at));
        }
    }

    private void text(Shape shape, String text) {
        if (!shape.values().isEmpty() && !shape.values().contains(text)) {
            report(text, Rule.VALUES, String.join(", ", shape.values()));
            return;
        }
        size(shape, text.length(), text, Rule.SHORTEST, Rule.LONGEST);
        if (shape.pattern().isPresent() && text.length() <= shape.max().orElse(8192L)
                && !shape.pattern().get().matcher(text).matches()) {
            report(text, Rule.PATTERN, shape.pattern().get().pattern());
        }
    }

    private void number(Shape shape, long number) {
        size(shape, number, Long.toString(number), Rule.LEAST, Rule.GREATEST);
    }

    private void size(Shape shape, long size, String value, Rule least, Rule greatest) {
        shape.min().filter(min -> size < min).ifPresent(min -> report(value, least, min.toString()));
        shape.max().filter(max -> size > max).ifPresent(max -> report(value, greatest, max.toString()));
    }

    private void report(String value, Rule rule, String bound) {
        if (violations.size() < REPORTED) {
            violations.add(new Violation(List.copyOf(path), value, rule, bound));
        }
    }
}
