// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Set;

/**
 * Whether sources of a service are newer than its image: its own, and those of the project that are no other service's. Tests,
 * pages, environments and the declaration of services make no image.
 *
 * @param project the project's folder
 */
record ChangedSources(Path project) {

    private static final Set<String> NO_SOURCES = Set.of("target", "test", "environments", "runbooks", "node_modules");

    /**
     * {@return whether one is newer}
     *
     * @param service the service's folder
     * @param built when its image was built
     * @throws IOException when a folder cannot be read
     */
    boolean areNewer(Path service, FileTime built) throws IOException {
        return new Search(service, built).findsNewer();
    }

    private final class Search extends SimpleFileVisitor<Path> {

        private final Path service;
        private final FileTime built;
        private boolean isFound;

        Search(Path service, FileTime built) {
            this.service = service;
            this.built = built;
        }

        boolean findsNewer() throws IOException {
            Files.walkFileTree(project, this);
            return isFound;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean isSkipped = !folder.equals(project) && (NO_SOURCES.contains(name) || name.startsWith("."))
                    || isOtherService(folder);
            return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        private boolean isOtherService(Path folder) {
            return !folder.equals(service) && Files.isDirectory(folder.resolve("src/image"));
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean isSource = file.startsWith(service) || isOfAllServices(file);
            if (isSource && !file.toString().endsWith(".md") && attributes.lastModifiedTime().compareTo(built) > 0) {
                isFound = true;
                return FileVisitResult.TERMINATE;
            }
            return FileVisitResult.CONTINUE;
        }

        /** A pom, or a file of a module that is no service. */
        private boolean isOfAllServices(Path file) {
            return file.equals(project.resolve("pom.xml")) || !file.getParent().equals(project);
        }
    }
}
