// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Code that templates carry, from files beside the stacks. */
final class Resources {

    private Resources() {
    }

    /** The whole text of a file of this package. */
    static String text(String name) {
        try (var in = Resources.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
