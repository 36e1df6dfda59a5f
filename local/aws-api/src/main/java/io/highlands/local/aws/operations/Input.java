// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The parameters of a request, or a structure among them, by the names of the service's model. */
public final class Input {

    private final Map<String, Object> members;

    /**
     * Wraps a tree.
     *
     * @param members the members that are set
     */
    public Input(Map<String, Object> members) {
        this.members = members;
    }

    /**
     * A text that the model requires.
     *
     * @param name the member
     * @return its text
     */
    public String text(String name) {
        return (String) members.get(name);
    }

    /**
     * A text that may be left out.
     *
     * @param name the member
     * @return its text, if it is set
     */
    public Optional<String> optionalText(String name) {
        return Optional.ofNullable((String) members.get(name));
    }

    /**
     * A list of texts.
     *
     * @param name the member
     * @return its elements; empty when it is not set
     */
    @SuppressWarnings("unchecked")
    public List<String> texts(String name) {
        return (List<String>) members.getOrDefault(name, List.of());
    }

    /**
     * A list of numbers.
     *
     * @param name the member
     * @return its elements; empty when it is not set
     */
    @SuppressWarnings("unchecked")
    public List<Double> decimals(String name) {
        return (List<Double>) members.getOrDefault(name, List.of());
    }

    /**
     * A number.
     *
     * @param name the member
     * @return its value, or null when it is not set
     */
    public Double decimal(String name) {
        return (Double) members.get(name);
    }

    /**
     * A whole number of 32 bits.
     *
     * @param name the member
     * @return its value, if it is set
     */
    public OptionalInt integer(String name) {
        Object value = members.get(name);
        return value == null ? OptionalInt.empty() : OptionalInt.of(((Long) value).intValue());
    }

    /**
     * A whole number of 64 bits.
     *
     * @param name the member
     * @return its value, if it is set
     */
    public Optional<Long> whole(String name) {
        return Optional.ofNullable((Long) members.get(name));
    }

    /**
     * A switch.
     *
     * @param name the member
     * @param standard what it is when it is not set
     * @return its position
     */
    public boolean flag(String name, boolean standard) {
        return (Boolean) members.getOrDefault(name, standard);
    }

    /**
     * A moment.
     *
     * @param name the member
     * @return the moment, or null when it is not set
     */
    public Instant time(String name) {
        return (Instant) members.get(name);
    }

    /**
     * Reads a member whose shape is a structure.
     *
     * @param name the member
     * @return the structure, if it is set
     */
    @SuppressWarnings("unchecked")
    public Optional<Input> structure(String name) {
        return Optional.ofNullable((Map<String, Object>) members.get(name)).map(Input::new);
    }

    /**
     * A list of structures.
     *
     * @param name the member
     * @return its elements; empty when it is not set
     */
    @SuppressWarnings("unchecked")
    public List<Input> structures(String name) {
        return ((List<Map<String, Object>>) members.getOrDefault(name, List.of())).stream().map(Input::new).toList();
    }

    /** {@return the members that are set} */
    public Set<String> names() {
        return Collections.unmodifiableSet(members.keySet());
    }

    /**
     * Whether a member is set.
     *
     * @param name the member
     * @return whether the request has it
     */
    public boolean has(String name) {
        return members.containsKey(name);
    }
}
