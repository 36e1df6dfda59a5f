// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of a shell lies on disk: the program that stands before the AWS CLI, an empty home and an empty file.
 *
 * @param root the folder
 */
record ShellFolder(Path root) implements AutoCloseable {

    private static final String SHIM = "aws";

    /** Makes a folder of its own that only its owner can read. */
    static ShellFolder create() {
        try {
            ShellFolder folder = new ShellFolder(Files.createTempDirectory("highlands-rehearsal"));
            Files.createDirectory(folder.home());
            Files.createFile(folder.empty());
            Path shim = Files.createDirectory(folder.programs()).resolve(SHIM);
            try (InputStream script = ShellFolder.class.getResourceAsStream(SHIM)) {
                Files.copy(script, shim);
            }
            Files.setPosixFilePermissions(shim, PosixFilePermissions.fromString("r-x------"));
            return folder;
        } catch (IOException e) {
            throw new ShellException("the rehearsal's folder for temporary files cannot be made: " + e.getMessage(), e);
        }
    }

    Path programs() {
        return root.resolve("bin");
    }

    Path home() {
        return root.resolve("home");
    }

    Path empty() {
        return root.resolve("empty");
    }

    @Override
    public void close() {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new ShellException(root + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
