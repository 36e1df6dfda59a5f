// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.highlands.local.aws.model.Shape;

/** Reads a form's parameters into a tree by the operation's shapes. */
final class FormReader {

    private final Budget budget = new Budget();

    Map<String, Object> structure(Shape shape, FormNode node) {
        budget.container();
        Map<String, Object> members = new LinkedHashMap<>();
        node.children().forEach((name, child) -> {
            Shape member = shape.members().get(name);
            if (member != null) {
                members.put(name, value(member, child));
            }
        });
        return members;
    }

    private Object value(Shape shape, FormNode node) {
        return switch (shape.type()) {
            case STRUCTURE -> structure(shape, node);
            case LIST -> list(shape, node);
            case MAP -> map(shape, node);
            default -> {
                budget.value();
                yield scalar(shape, node);
            }
        };
    }

    private List<Object> list(Shape shape, FormNode node) {
        budget.container();
        List<Object> elements = new ArrayList<>();
        for (FormNode element : numbered(shape, node, "member")) {
            elements.add(value(shape.element(), element));
        }
        return elements;
    }

    private Map<String, Object> map(Shape shape, FormNode node) {
        budget.container();
        Map<String, Object> entries = new LinkedHashMap<>();
        for (FormNode entry : numbered(shape, node, "entry")) {
            FormNode value = entry.children().get("value");
            if (value != null) {
                entries.put(entry.text("key"), value(shape.element(), value));
            }
        }
        return entries;
    }

    private static Iterable<FormNode> numbered(Shape shape, FormNode node, String word) {
        FormNode parts = node.children().get(word);
        if (parts == null) {
            if (!node.children().isEmpty() || !node.text().isEmpty()) {
                throw AwsError.unreadable("%s is a list, set by .%s.1 and so on".formatted(shape.name(), word));
            }
            return List.of();
        }
        Map<Long, FormNode> sorted = new TreeMap<>();
        parts.children().forEach((number, part) -> sorted.put(Scalars.whole(number, shape), part));
        return sorted.values();
    }

    private static Object scalar(Shape shape, FormNode node) {
        if (!node.children().isEmpty()) {
            throw AwsError.unreadable("%s is one value and has no parts".formatted(shape.name()));
        }
        String text = node.text();
        return switch (shape.type()) {
            case STRING -> text;
            case INTEGER -> Scalars.integer(Scalars.whole(text, shape), shape);
            case LONG -> Scalars.whole(text, shape);
            case DOUBLE -> Scalars.decimal(text, shape);
            case BOOLEAN -> Scalars.flag(text, shape);
            case TIMESTAMP -> Scalars.time(text, shape);
            default -> bytes(shape, text);
        };
    }

    private static byte[] bytes(Shape shape, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw AwsError.unreadable("%s is not Base64".formatted(shape.name()));
        }
    }
}
