// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/**
 * What tells one state of a program's folder from another: names, sizes and times of its files. Left out is what programs write
 * and what their tools download: hidden folders, and those of dependencies, caches and builds.
 *
 * @param folder the folder, or a symbolic link to it
 */
record FolderState(Path folder) {

    private static final Set<String> LEFT_OUT = Set.of("node_modules", "__pycache__", "target", "build", "dist", "logs",
            "tmp");
    /** Beyond, the folder is no program's alone. */
    private static final int MAX_FILES = 10_000;

    /** {@return hexadecimal digits, the same as long as nothing changed} */
    String digest() throws IOException {
        Set<String> lines = new TreeSet<>();
        Path root = folder.toRealPath();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String name = directory.getFileName() == null ? "" : directory.getFileName().toString();
                return !directory.equals(root) && (name.startsWith(".") || LEFT_OUT.contains(name))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                lines.add(root.relativize(file) + " " + attributes.size() + " " + attributes.lastModifiedTime());
                return lines.size() < MAX_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                return FileVisitResult.CONTINUE;
            }
        });
        CRC32C sum = new CRC32C();
        lines.forEach(line -> sum.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return "%08x".formatted(sum.getValue());
    }
}
