// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One shape of a service model: its type, its parts, and what a value must satisfy. */
public final class Shape {

    private final String name;
    private final ShapeType type;
    private final Limits limits;
    private final Map<String, Shape> members = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private Shape element;
    private Shape key;

    /** What a value must satisfy: length or range, one of a set, a pattern. */
    record Limits(Optional<Long> min, Optional<Long> max, Set<String> values, Optional<Pattern> pattern) {}

    Shape(String name, ShapeType type, Limits limits) {
        this.name = name;
        this.type = type;
        this.limits = limits;
    }

    void addMember(String memberName, Shape shape) {
        members.put(memberName, shape);
    }

    void require(String memberName) {
        required.add(memberName);
    }

    void setElement(Shape shape) {
        element = shape;
    }

    void setKey(Shape shape) {
        key = shape;
    }

    /** {@return the model's name of it} */
    public String name() {
        return name;
    }

    /** {@return the kind of value} */
    public ShapeType type() {
        return type;
    }

    /** {@return a structure's members by name, in the model's order; empty for others} */
    public Map<String, Shape> members() {
        return members;
    }

    /** {@return the members that a structure must have} */
    public Set<String> required() {
        return required;
    }

    /** {@return the shape of a list's elements or a map's values} */
    public Shape element() {
        return element;
    }

    /** {@return the shape of a map's keys} */
    public Shape key() {
        return key;
    }

    /** {@return the least length of a text or list, or the least number} */
    public Optional<Long> min() {
        return limits.min();
    }

    /** {@return the greatest length of a text or list, or the greatest number} */
    public Optional<Long> max() {
        return limits.max();
    }

    /** {@return the values that a text may have; empty: any} */
    public Set<String> values() {
        return limits.values();
    }

    /** {@return what the whole of a text must match} */
    public Optional<Pattern> pattern() {
        return limits.pattern();
    }

    @Override
    public String toString() {
        return name + ":" + type;
    }
}
