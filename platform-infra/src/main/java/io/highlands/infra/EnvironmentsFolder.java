// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Finds the folder of environments. */
final class EnvironmentsFolder {

    private EnvironmentsFolder() {
    }

    /** The one that the system property {@code highlands.environments} names, or else the module's own. */
    static Path find() {
        String named = System.getProperty("highlands.environments");
        return named == null ? classes().resolveSibling("../environments").normalize() : Path.of(named);
    }

    /** The module's {@code target/classes}, or its jar in {@code target}. */
    private static Path classes() {
        try {
            return Path.of(EnvironmentsFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
