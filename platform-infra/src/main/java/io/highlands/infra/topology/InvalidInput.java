// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

/**
 * What a person declared cannot be built. The message is one line that names the place, what was found and what is
 * allowed; it is all that the person sees.
 */
public final class InvalidInput extends RuntimeException {

    public InvalidInput(String place, String found, String allowed) {
        super("%s: found %s; allowed: %s".formatted(place, found, allowed).replaceAll("\\s*\\R\\s*", " "));
    }
}
