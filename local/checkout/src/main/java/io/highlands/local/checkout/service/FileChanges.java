// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.checkout.FileText;
import io.highlands.local.checkout.Folders;
import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;

/** A new folder and changes of files, of which all are made or none. */
final class FileChanges {

    /** Gives a file its time of change. */
    @FunctionalInterface
    interface Clock {

        void set(Path file, FileTime time) throws IOException;
    }

    private final Path folder;
    private final Clock clock;
    private final Map<Path, String> created = new LinkedHashMap<>();
    private final Map<Path, Replacement> replaced = new LinkedHashMap<>();

    /** What a file says next, and the time of change that it is given, where it is not the present. */
    private record Replacement(String text, Optional<FileTime> time) {}

    /**
     * Begins with a folder that is not there yet.
     *
     * @param folder the folder
     */
    FileChanges(Path folder) {
        this(folder, Files::setLastModifiedTime);
    }

    FileChanges(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Adds a file of the folder.
     *
     * @param file its path below the folder
     * @param text its text
     */
    void create(String file, String text) {
        created.put(folder.resolve(file), text);
    }

    /**
     * Changes a file.
     *
     * @param file the file
     * @param text its next text
     */
    void replace(Path file, String text) {
        replaced.put(file, new Replacement(text, Optional.empty()));
    }

    /**
     * Changes a file whose other readers need not notice: its time of change stays, by which a build finds what is stale.
     *
     * @param file the file
     * @param text its next text
     * @throws ControlException when it cannot be read
     */
    void replaceUnnoticed(Path file, String text) {
        try {
            replaced.put(file, new Replacement(text, Optional.of(Files.getLastModifiedTime(file))));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Makes the changes.
     *
     * @throws ControlException when one cannot be made; then all is as before
     */
    void make() {
        if (Files.exists(folder)) {
            throw new ControlException(folder + " exists already; allowed: a name without a folder");
        }
        replaced.keySet().forEach(FileText::requireWritable);
        if (!Files.isWritable(folder.getParent())) {
            throw new ControlException(folder.getParent() + " is read-only; nothing was changed");
        }
        Deque<Runnable> undo = new ArrayDeque<>();
        try {
            undo.push(() -> Folders.delete(folder));
            created.forEach(FileChanges::write);
            replaced.forEach((file, next) -> replaceOne(file, next, undo));
        } catch (ControlException failure) {
            undo.forEach(step -> run(step, failure));
            throw failure;
        }
    }

    /** One file that cannot be put back keeps no other from it. */
    private static void run(Runnable step, ControlException failure) {
        try {
            step.run();
        } catch (ControlException another) {
            failure.addSuppressed(another);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new ControlException(file + " cannot be written: " + FileErrors.reason(e), e);
        }
    }

    /** What puts the file back is known before it is written. */
    private void replaceOne(Path file, Replacement next, Deque<Runnable> undo) {
        try {
            String before = Files.readString(file);
            FileTime time = Files.getLastModifiedTime(file);
            undo.push(() -> putBack(file, before, time));
            FileText.write(file, next.text());
            if (next.time().isPresent()) {
                clock.set(file, next.time().get());
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private void putBack(Path file, String text, FileTime time) {
        try {
            if (!text.equals(Files.readString(file))) {
                FileText.write(file, text);
                clock.set(file, time);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ControlException unreadable(Path file, IOException e) {
        return new ControlException(file + " cannot be read: " + FileErrors.reason(e), e);
    }
}
