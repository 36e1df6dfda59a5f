// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;

/** A file of the checkout that is written completely or not at all. */
public final class FileText {

    private FileText() {
    }

    /**
     * Writes a file that exists; its owner and its permissions stay.
     *
     * @param file the file, or a symbolic link to it
     * @param text the new text
     * @throws ControlException when it cannot be written, or is read-only
     */
    public static void write(Path file, String text) {
        Path next = null;
        try {
            Path real = file.toRealPath();
            requireWritable(file);
            next = real.resolveSibling("." + real.getFileName() + ".next");
            Files.copy(real, next, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.writeString(next, text);
            Files.move(next, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(next);
            throw new ControlException(file + " cannot be written: " + FileErrors.reason(e), e);
        }
    }

    /**
     * Refuses a file that may not be written, before anything is done.
     *
     * @param file the file
     * @throws ControlException naming it
     */
    public static void requireWritable(Path file) {
        if (!Files.isWritable(file)) {
            throw new ControlException(file + " is read-only; nothing was changed");
        }
    }

    /** Where a disk is full, half a file would stay. */
    private static void discard(Path next) {
        try {
            if (next != null) {
                Files.deleteIfExists(next);
            }
        } catch (IOException kept) {
            // What is told is why the file could not be written
        }
    }
}
