// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.error;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What the operating system says about a file, in one line. The JDK's exceptions say it by their class names. */
public final class FileErrors {

    private FileErrors() {
    }

    /**
     * {@return the error in one line, with the file where the exception names one}
     *
     * @param error what was thrown
     */
    public static String line(IOException error) {
        if (error instanceof FileSystemException file && file.getFile() != null) {
            return file.getFile() + ": " + reason(error);
        }
        return reason(error);
    }

    /**
     * {@return the error in one line, without the file}
     *
     * @param error what was thrown
     */
    public static String reason(IOException error) {
        return switch (error) {
            case NoSuchFileException none -> "there is no such file or folder";
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException exists -> "it exists already";
            case NotDirectoryException file -> "it is not a folder";
            case DirectoryNotEmptyException folder -> "the folder is not empty";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> error.getMessage() == null || error.getMessage().isBlank()
                    ? "input or output failed"
                    : error.getMessage().lines().findFirst().orElseThrow().strip();
        };
    }
}
