// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.highlands.infra.declaration.ServicesFile;

/** Finds the folder of environments, and the declaration of services beside it. */
final class EnvironmentsFolder {

    private EnvironmentsFolder() {
    }

    /** The one that the system property {@code highlands.environments} names, or else the module's own. */
    static Path find() {
        String named = System.getProperty("highlands.environments");
        return named == null ? module().resolve("environments") : Path.of(named);
    }

    /**
     * The file of services that the system property {@code highlands.services} names, or else the one beside that folder of
     * environments, or else, for a folder of copies, the module's own.
     */
    static Path services(Path environments) {
        String named = System.getProperty("highlands.services");
        Path beside = environments.toAbsolutePath().resolveSibling(ServicesFile.NAME).normalize();
        return named != null
                ? Path.of(named)
                : Files.exists(beside) ? beside : module().resolve(ServicesFile.NAME);
    }

    private static Path module() {
        return classes().resolveSibling("..").normalize();
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
