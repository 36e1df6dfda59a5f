// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.project;

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
 * What tells one state of a service's sources from another: name, size and time of each of its files, and of those of the project that
 * are no other service's. Tests, pages, environments and the declaration of services make no image.
 *
 * @param project the project's folder
 */
record SourceState(Path project) {

    private static final Set<String> OF_THE_PROJECT = Set.of("environments", "runbooks");

    /**
     * {@return the state, in a few characters}
     *
     * @param service the service's folder
     * @throws IOException when a folder cannot be read
     */
    String of(Path service) throws IOException {
        Set<String> files = new TreeSet<>();
        Files.walkFileTree(project, new Search(service, files));
        CRC32C sum = new CRC32C();
        files.forEach(file -> sum.update((file + "\n").getBytes(StandardCharsets.UTF_8)));
        return files.size() + " " + Long.toHexString(sum.getValue());
    }

    private final class Search extends SimpleFileVisitor<Path> {

        private final Path service;
        private final Set<String> files;

        Search(Path service, Set<String> files) {
            this.service = service;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(project) && (isNoSource(folder) || isOtherService(folder))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        /** By its place, as a package may have any of these names. */
        private boolean isNoSource(Path folder) {
            String name = folder.getFileName().toString();
            Path parent = folder.getParent();
            return name.startsWith(".") || name.equals("node_modules") || name.equals("target") && isModule(parent)
                    || name.equals("test") && parent.endsWith("src") && isModule(parent.getParent())
                    || parent.equals(project) && OF_THE_PROJECT.contains(name);
        }

        private boolean isModule(Path folder) {
            return Files.exists(folder.resolve("pom.xml")) || folder.equals(service);
        }

        private boolean isOtherService(Path folder) {
            return !folder.equals(service) && Files.isDirectory(folder.resolve("src/image"));
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.startsWith(service) ? !isPage(file) : isOfAllServices(file)) {
                files.add(project.relativize(file) + " " + attributes.size() + " " + attributes.lastModifiedTime());
            }
            return FileVisitResult.CONTINUE;
        }

        /** A pom, or a file of a module that is no service. */
        private boolean isOfAllServices(Path file) {
            return file.equals(project.resolve("pom.xml")) || !file.getParent().equals(project) && !isPage(file);
        }

        private boolean isPage(Path file) {
            return file.toString().endsWith(".md") && !file.startsWith(service.resolve("src"));
        }
    }
}
