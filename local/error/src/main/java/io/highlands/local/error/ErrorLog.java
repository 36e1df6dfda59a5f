// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.error;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Records unexpected errors, each with its stack trace in a file of its own, so that the user sees one line. The newest
 * {@value #MAX_FILES} files are kept.
 */
public final class ErrorLog {

    private static final int MAX_FILES = 20;
    private static final String SUFFIX = ".log";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'")
            .withZone(ZoneOffset.UTC);
    /** Keeps the names of one millisecond apart. */
    private static final AtomicInteger WRITTEN = new AtomicInteger();

    private final Path folder;

    /**
     * @param folder where the files are written, such as {@code .highlands/errors}; it need not exist
     */
    public ErrorLog(Path folder) {
        this.folder = folder;
    }

    /**
     * {@return an error in one line for the user} A {@link UserError} and an error of the file system say what is wrong. Any
     * other is recorded, and the line names its file.
     *
     * @param during what was being done, such as {@code highlands status}
     * @param error what was thrown
     */
    public String line(String during, Throwable error) {
        return switch (error) {
            case UserError user -> oneLine(user.getMessage());
            case IOException io -> oneLine(FileErrors.line(io));
            case UncheckedIOException io -> oneLine(FileErrors.line(io.getCause()));
            default -> during + " failed because of an internal error; the stack trace is in " + record(during, error);
        };
    }

    private synchronized Path record(String during, Throwable error) {
        StringWriter text = new StringWriter();
        PrintWriter lines = new PrintWriter(text);
        lines.printf("%s at %s, Java %s on %s %s%n%n", during, Instant.now(), Runtime.version(),
                System.getProperty("os.name"), System.getProperty("os.version"));
        error.printStackTrace(lines);
        lines.flush();
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("%s-%d-%d%s".formatted(NAME.format(Instant.now()),
                    ProcessHandle.current().pid(), WRITTEN.incrementAndGet(), SUFFIX));
            Files.writeString(file, text.toString());
            deleteOldest();
            return file;
        } catch (IOException notThere) {
            return elsewhere(text.toString());
        }
    }

    private void deleteOldest() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> newestFirst = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.reverseOrder()).toList();
            for (Path old : newestFirst.subList(Math.min(MAX_FILES, newestFirst.size()), newestFirst.size())) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static Path elsewhere(String text) {
        try {
            return Files.writeString(Files.createTempFile("highlands-error-", SUFFIX), text);
        } catch (IOException nowhere) {
            return Path.of("no file, as neither the state folder nor the temporary folder can be written");
        }
    }

    static String oneLine(String text) {
        return String.join(" ", String.valueOf(text).strip().split("\\R\\s*"));
    }
}
