// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.model;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/** Reads the shapes of one model; a shape that contains itself is one object. */
final class ShapeReader {

    private final JsonNode nodes;
    private final Map<String, Shape> shapes = new HashMap<>();

    ShapeReader(JsonNode nodes) {
        this.nodes = nodes;
    }

    Shape empty(String name) {
        return new Shape(name, ShapeType.STRUCTURE,
                new Shape.Limits(Optional.empty(), Optional.empty(), Set.of(), Optional.empty()));
    }

    Shape shape(String name) {
        Shape known = shapes.get(name);
        if (known != null) {
            return known;
        }
        JsonNode node = nodes.path(name);
        Shape shape = new Shape(name, type(name, node.path("type").asString()), limits(node));
        shapes.put(name, shape);
        node.path("members").properties().forEach(
                member -> shape.addMember(member.getKey(), shape(member.getValue().path("shape").asString())));
        node.path("required").forEach(member -> shape.require(member.asString()));
        for (String element : new String[]{"member", "value"}) {
            if (node.has(element)) {
                shape.setElement(shape(node.path(element).path("shape").asString()));
            }
        }
        if (node.has("key")) {
            shape.setKey(shape(node.path("key").path("shape").asString()));
        }
        return shape;
    }

    private static ShapeType type(String name, String type) {
        return switch (type) {
            case "structure" -> ShapeType.STRUCTURE;
            case "list" -> ShapeType.LIST;
            case "map" -> ShapeType.MAP;
            case "string", "character" -> ShapeType.STRING;
            case "integer" -> ShapeType.INTEGER;
            case "long" -> ShapeType.LONG;
            case "double", "float" -> ShapeType.DOUBLE;
            case "boolean" -> ShapeType.BOOLEAN;
            case "timestamp" -> ShapeType.TIMESTAMP;
            case "blob" -> ShapeType.BLOB;
            default -> throw new IllegalStateException("shape " + name + " has type '" + type + "', which is unknown");
        };
    }

    private static Shape.Limits limits(JsonNode node) {
        Set<String> values = new LinkedHashSet<>();
        node.path("enum").forEach(value -> values.add(value.asString()));
        Optional<Pattern> pattern = node.has("pattern")
                ? Optional.of(Pattern.compile(node.path("pattern").asString()))
                : Optional.empty();
        return new Shape.Limits(number(node, "min"), number(node, "max"), values, pattern);
    }

    private static Optional<Long> number(JsonNode node, String name) {
        return node.has(name) ? Optional.of(node.path(name).asLong()) : Optional.empty();
    }
}
