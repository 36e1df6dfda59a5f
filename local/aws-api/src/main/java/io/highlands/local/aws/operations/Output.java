// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Collects the members of an answer, or of a structure in it, by the names of the service's model. */
public final class Output {

    private final Map<String, Object> members = new LinkedHashMap<>();

    /** {@return the members of an answer without any} */
    public static Map<String, Object> nothing() {
        return Map.of();
    }

    /**
     * Begins an answer.
     *
     * @param name the first member
     * @param value its value
     * @return the answer
     */
    public static Output of(String name, Object value) {
        return new Output().with(name, value);
    }

    /**
     * Adds a member.
     *
     * @param name the member
     * @param value a text, number, time, map, list, or an Optional of one; null and empty leave the member out
     * @return this
     */
    public Output with(String name, Object value) {
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (present != null) {
            members.put(name, present);
        }
        return this;
    }

    /**
     * Adds a text, unless it is empty.
     *
     * @param name the member
     * @param text its text
     * @return this
     */
    public Output withText(String name, String text) {
        return text.isEmpty() ? this : with(name, text);
    }

    /** {@return the members, in the order in which they were added} */
    public Map<String, Object> tree() {
        return members;
    }
}
