// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.highlands.local.control.ControlException;

/** Whole folders made, moved and removed, with one line when the disk refuses. */
public final class Folders {

    private Folders() {
    }

    static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ControlException("the folder " + folder + " cannot be created: " + e.getMessage(), e);
        }
    }

    static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new ControlException("the folder " + from + " cannot become " + to + ": " + e.getMessage(), e);
        }
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new ControlException("the folder " + folder + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
