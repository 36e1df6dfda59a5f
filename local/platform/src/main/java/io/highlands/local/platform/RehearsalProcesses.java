// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.highlands.local.console.runbook.RehearsalRun;
import io.highlands.local.console.runbook.Rehearsals;

/**
 * Rehearsals that the console starts: each is the command {@code highlands rehearse KIND --report DIR} in a process of its
 * own, as it would be in a terminal. What it says is kept beside its report, in the state folder.
 */
final class RehearsalProcesses implements Rehearsals, AutoCloseable {

    private static final int LINES = 40;

    private final Path folder;
    private final ConsoleCommand command;
    private String kind = "";

    /**
     * Starts none yet.
     *
     * @param folder where logs and reports go
     * @param program the words that start the command, without its own
     * @param clock what time it is
     */
    RehearsalProcesses(Path folder, List<String> program, Clock clock) {
        this.folder = folder;
        this.command = new ConsoleCommand(program, clock);
    }

    @Override
    public synchronized void start(String page) {
        if (command.isRunning()) {
            throw new IllegalArgumentException("'" + kind + "' is being rehearsed; one runs at a time");
        }
        command.start("the rehearsal", folder, List.of("rehearse", page, "--report", reports(page).toString()),
                streams -> streams.redirectInput(new File("/dev/null")).redirectOutput(log(page).toFile())
                        .redirectErrorStream(true));
        kind = page;
    }

    @Override
    public synchronized Optional<RehearsalRun> latest() {
        return command.process()
                .map(process -> new RehearsalRun(kind, command.started(), command.exitCode(), lines(kind)));
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
        List<String> lines = ConsoleCommand.lines(log(page));
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
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
        command.close();
    }
}
