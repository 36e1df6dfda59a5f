// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder in which a benchmark works. */
public final class BenchFolder {

    private BenchFolder() {
    }

    /**
     * Removes a folder with all it holds.
     *
     * @param folder the folder; it need not exist
     * @throws IOException when something in it cannot be removed
     */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
