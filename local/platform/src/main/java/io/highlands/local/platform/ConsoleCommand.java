// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A command that the console starts, as it would be in a terminal: in a process of its own, which ends with the platform. */
final class ConsoleCommand implements AutoCloseable {

    private final List<String> program;
    private final Clock clock;
    private Instant started = Instant.EPOCH;
    private Optional<Process> process = Optional.empty();

    /**
     * Starts none yet.
     *
     * @param program the words that start {@code highlands}, without those of the command
     * @param clock what time it is
     */
    ConsoleCommand(List<String> program, Clock clock) {
        this.program = List.copyOf(program);
        this.clock = clock;
    }

    /**
     * Starts it. Only one that runs no more is replaced.
     *
     * @param what what it is, for a message
     * @param folder made where it is not there
     * @param words the command's own words
     * @param streams says where its streams go
     * @return its process
     * @throws IllegalArgumentException in one line, where it cannot be started
     */
    Process start(String what, Path folder, List<String> words, Consumer<ProcessBuilder> streams) {
        List<String> all = new ArrayList<>(program);
        all.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(all);
        streams.accept(builder);
        try {
            Files.createDirectories(folder);
            process = Optional.of(builder.start());
        } catch (IOException e) {
            throw new IllegalArgumentException(what + " could not be started: " + e.getMessage(), e);
        }
        started = clock.instant();
        return process.get();
    }

    /** {@return the process that was started last, running or not} */
    Optional<Process> process() {
        return process;
    }

    boolean isRunning() {
        return process.filter(Process::isAlive).isPresent();
    }

    Instant started() {
        return started;
    }

    /** {@return its exit code; empty before it has one} */
    OptionalInt exitCode() {
        return process.isEmpty() || isRunning() ? OptionalInt.empty() : OptionalInt.of(process.get().exitValue());
    }

    /** {@return the lines of a file that it writes; none where it cannot be read} */
    static List<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Ends it, as Ctrl-C does. */
    @Override
    public void close() {
        process.filter(Process::isAlive).ifPresent(Process::destroy);
    }
}
