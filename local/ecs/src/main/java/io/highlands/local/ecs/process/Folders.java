// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes folders. Symbolic links are removed, not followed. */
public final class Folders {

    private Folders() {
    }

    /**
     * Removes a folder with all it holds. What vanishes meanwhile is as good as removed.
     *
     * @param folder the folder; it need not exist
     * @throws IOException when something in it cannot be removed
     */
    public static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException gone) {
            return;
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    static void empty(Path folder) throws IOException {
        List<Path> children;
        try (Stream<Path> all = Files.list(folder)) {
            children = all.toList();
        }
        for (Path child : children) {
            delete(child);
        }
    }
}
