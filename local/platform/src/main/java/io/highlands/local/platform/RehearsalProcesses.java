// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.io.File;
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

import io.highlands.local.console.runbook.RehearsalRun;
import io.highlands.local.console.runbook.Rehearsals;

/**
 * Rehearsals that the console starts: each is the command {@code highlands rehearse KIND --report DIR} in a process of its
 * own, as it would be in a terminal. What it says is kept beside its report, in the state folder.
 */
final class RehearsalProcesses implements Rehearsals, AutoCloseable {

    private static final int LINES = 40;

    private final Path folder;
    private final List<String> program;
    private final Clock clock;
    private String kind = "";
    private Instant started = Instant.EPOCH;
    private Process process;

    /**
     * Starts none yet.
     *
     * @param folder where logs and reports go
     * @param program the words that start the command, without its own
     * @param clock what time it is
     */
    RehearsalProcesses(Path folder, List<String> program, Clock clock) {
        this.folder = folder;
        this.program = List.copyOf(program);
        this.clock = clock;
    }

    @Override
    public synchronized void start(String page) {
        if (process != null && process.isAlive()) {
            throw new IllegalArgumentException("'" + kind + "' is being rehearsed; one runs at a time");
        }
        List<String> words = new ArrayList<>(program);
        words.addAll(List.of("rehearse", page, "--report", reports(page).toString()));
        try {
            Files.createDirectories(folder);
            process = new ProcessBuilder(words).redirectInput(new File("/dev/null"))
                    .redirectOutput(log(page).toFile()).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IllegalArgumentException("the rehearsal could not be started: " + e.getMessage(), e);
        }
        kind = page;
        started = clock.instant();
    }

    @Override
    public synchronized Optional<RehearsalRun> latest() {
        return process == null
                ? Optional.empty()
                : Optional.of(new RehearsalRun(kind, started, process.isAlive()
                        ? OptionalInt.empty()
                        : OptionalInt.of(process.exitValue()), lines(kind)));
    }

    @Override
    public Optional<byte[]> report(String page) {
        Path report = reports(page).resolve(page + ".html");
        try {
            return Files.isRegularFile(report) ? Optional.of(Files.readAllBytes(report)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private List<String> lines(String page) {
        try {
            List<String> lines = new String(Files.readAllBytes(log(page)), StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private Path reports(String page) {
        return folder.resolve(page);
    }

    private Path log(String page) {
        return folder.resolve(page + ".log");
    }

    /** Ends a rehearsal that runs, as Ctrl-C does. */
    @Override
    public synchronized void close() {
        if (process != null && process.isAlive()) {
            process.destroy();
        }
    }
}
