// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders of this test run, below one that each run empties: what a failed test wrote can be looked at until then. */
public final class Scratch {

    private static final Path ROOT = Path.of("target/scratch");

    static {
        try {
            if (Files.exists(ROOT)) {
                try (Stream<Path> old = Files.walk(ROOT)) {
                    old.sorted(Comparator.reverseOrder()).forEach(Scratch::delete);
                }
            }
            Files.createDirectories(ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Scratch() {
    }

    /** A directory that is deleted when the tests end. */
    public static Path folder(String name) {
        try {
            return Files.createTempDirectory(ROOT, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
