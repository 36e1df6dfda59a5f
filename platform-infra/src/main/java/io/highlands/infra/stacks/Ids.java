// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Construct ids from names of services. */
final class Ids {

    private Ids() {
    }

    /** {@code service-a} and {@code Repository} make {@code ServiceARepository}. */
    static String of(String service, String suffix) {
        return Arrays.stream(service.split("-")).filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining())
                + suffix;
    }
}
