// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

import io.highlands.local.checkout.FileText;
import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;

/**
 * Files of a project that are written together.
 *
 * @param project the project's folder
 * @param backup the folder that gets a copy of each file that is replaced
 */
record FileSet(Path project, Path backup) {

    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");

    /**
     * Writes all, or leaves all as before.
     *
     * @param files their next content
     */
    void replace(SortedMap<String, ProjectFiles.Content> files) {
        files.keySet().stream().map(project::resolve).filter(Files::exists).forEach(FileText::requireWritable);
        List<String> begun = new ArrayList<>();
        try {
            for (String path : files.keySet()) {
                copy(project.resolve(path), backup.resolve(path));
            }
            for (Map.Entry<String, ProjectFiles.Content> file : files.entrySet()) {
                begun.add(file.getKey());
                write(project.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException | ControlException failure) {
            begun.forEach(this::putBack);
            String reason = failure instanceof IOException io ? FileErrors.line(io) : failure.getMessage();
            throw new ControlException("nothing was changed: " + reason, failure);
        }
    }

    /**
     * Writes one file, completely or not at all.
     *
     * @param file the file, in a folder that need not be there
     * @param content its content
     */
    static void write(Path file, ProjectFiles.Content content) throws IOException {
        if (Files.exists(file)) {
            FileText.write(file, content.text());
            return;
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, content.text());
        if (content.isProgram()) {
            Files.setPosixFilePermissions(file, PROGRAM);
        }
    }

    private static void copy(Path file, Path copy) throws IOException {
        if (Files.exists(file)) {
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** A file that was not there goes; one that cannot be put back is in the backup. */
    private void putBack(String path) {
        try {
            if (Files.exists(backup.resolve(path))) {
                Files.copy(backup.resolve(path), project.resolve(path), StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            } else {
                Files.deleteIfExists(project.resolve(path));
            }
        } catch (IOException kept) {
            // What is told is why the first file could not be written
        }
    }
}
