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
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Records unexpected errors, each with its stack trace in a file of its own, so that the user sees one line. The newest
 * {@value #MAX_FILES} files are kept. An error that this process recorded at the same place of the code before names
 * that file, so that one defect neither drives out the traces of others nor writes a file for each request.
 */
public final class ErrorLog {

    private static final int MAX_FILES = 20;
    /** Characters of the types and frames that tell one place from another. */
    private static final int MAX_PLACE = 100_000;
    private static final String SUFFIX = ".log";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'")
            .withZone(ZoneOffset.UTC);
    /** Keeps the names of one millisecond apart. */
    private static final AtomicInteger WRITTEN = new AtomicInteger();

    /** The file of each place in the code that threw, for the places of this process that were recorded last. */
    private static final SequencedMap<String, Path> RECORDED = new LinkedHashMap<>();

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

    /**
     * {@return what a process logs of an error, in one line} A {@link UserError} says what is wrong. Any other, one of the
     * file system too, is recorded, and the line names its file.
     *
     * @param message what was logged, such as what was being done
     * @param error what was thrown
     */
    public String logged(String message, Throwable error) {
        return switch (error) {
            case UserError user -> message + ": " + line(message, user);
            case IOException io -> withFile(message, io);
            case UncheckedIOException io -> withFile(message, io);
            default -> line(message, error);
        };
    }

    private String withFile(String message, Exception io) {
        return message + ": " + line(message, io) + "; the stack trace is in " + record(message, io);
    }

    private Path record(String during, Throwable error) {
        String place = folder + " " + placeOf(error);
        synchronized (RECORDED) {
            Path known = RECORDED.get(place);
            if (known != null && Files.exists(known)) {
                return known;
            }
            Path file = write(during, error);
            RECORDED.put(place, file);
            if (RECORDED.size() > MAX_FILES) {
                RECORDED.pollFirstEntry();
            }
            return file;
        }
    }

    /** {@return types and frames without messages, which may differ from request to request} */
    private static String placeOf(Throwable error) {
        StringBuilder place = new StringBuilder();
        for (Throwable each = error; each != null && place.length() < MAX_PLACE; each = each.getCause()) {
            place.append(each.getClass().getName()).append(Arrays.toString(each.getStackTrace()));
        }
        return place.toString();
    }

    private Path write(String during, Throwable error) {
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
