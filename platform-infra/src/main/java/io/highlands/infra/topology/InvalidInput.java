// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.List;

/**
 * What a person declared cannot be built. The message is one line that names the place, what was found and what is
 * allowed; it is all that the person sees.
 */
public final class InvalidInput extends RuntimeException {

    private final List<String> keys;
    private final String rest;

    public InvalidInput(String place, String found, String allowed) {
        this(List.of(), place, found, allowed);
    }

    /**
     * What is wrong in a declaration of services, which may come from a file.
     *
     * @param keys
     *            the keys that lead to it in {@code services}, from the service's name
     * @param place
     *            the same in words
     */
    InvalidInput(List<String> keys, String place, String found, String allowed) {
        this(keys, place, "found %s; allowed: %s".formatted(found, allowed).replaceAll("\\s*\\R\\s*", " "));
    }

    private InvalidInput(List<String> keys, String place, String rest) {
        super(place.replaceAll("\\s*\\R\\s*", " ") + ": " + rest);
        this.keys = List.copyOf(keys);
        this.rest = rest;
    }

    /** The keys that lead to what is wrong in a declaration of services, from the service's name; else none. */
    public List<String> keys() {
        return keys;
    }

    /** The same, said of that place. */
    public InvalidInput at(String place) {
        return new InvalidInput(keys, place, rest);
    }
}
