// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.highlands.local.control.ControlException;

/** The environments that the checkout declares: one YAML file each. */
public final class Environments {

    private Environments() {
    }

    /**
     * Refuses a name that has no file.
     *
     * @param folder the folder of the files
     * @param name the environment's name
     * @throws ControlException naming the allowed ones
     */
    public static void require(Path folder, String name) {
        List<String> declared = declared(folder);
        if (!declared.contains(name)) {
            throw new ControlException("unknown environment '" + name + "'; allowed: " + String.join(", ", declared)
                    + " (the files in " + folder + ")");
        }
    }

    /**
     * The names that have a file.
     *
     * @param folder the folder of the files
     * @return in order of the alphabet
     * @throws ControlException when the folder cannot be read
     */
    public static List<String> declared(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.substring(0, file.length() - ".yaml".length())).sorted().toList();
        } catch (IOException e) {
            throw new ControlException("the environments folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }
}
