// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Consumer;

import io.highlands.local.rehearsal.RehearsalListener;
import io.highlands.local.rehearsal.Result;

/**
 * Rehearsals as they are followed: a line per phase. What is waited for is written over on a terminal; elsewhere it is a line
 * at first and then every 15 s of the phase.
 */
final class RehearsalProgress implements RehearsalListener {

    private static final int NAME = 20;
    private static final int MOST = 150;
    private static final long LINE_EVERY_SECONDS = 15;

    private final PrintWriter out;
    private final boolean terminal;
    private final Consumer<Result> whenEnded;
    private String shown = "";
    private long nextLine;

    /**
     * Writes progress to a terminal or to a file.
     *
     * @param out where lines go
     * @param terminal whether a line can be written over
     * @param whenEnded is told of each rehearsal that has ended
     */
    RehearsalProgress(PrintWriter out, boolean terminal, Consumer<Result> whenEnded) {
        this.out = out;
        this.terminal = terminal;
        this.whenEnded = whenEnded;
    }

    @Override
    public void begins(String page) {
        out.println(page);
        out.flush();
    }

    @Override
    public void goesOn(String phase, String waitingFor, Duration since) {
        String line = line(phase, since, waitingFor.isEmpty() ? "" : "waiting: " + waitingFor);
        if (terminal && !line.equals(shown)) {
            out.print(TerminalWriter.ERASE);
            out.print(line);
            out.flush();
            shown = line;
        } else if (!terminal && !waitingFor.isEmpty() && since.toSeconds() >= nextLine) {
            out.println(line);
            out.flush();
            nextLine = since.toSeconds() + LINE_EVERY_SECONDS;
        }
    }

    @Override
    public void ended(String phase, String outcome, Duration took) {
        if (terminal) {
            out.print(TerminalWriter.ERASE);
            shown = "";
        }
        nextLine = 0;
        out.println(line(phase, took, outcome));
        out.flush();
    }

    @Override
    public void ended(Result result) {
        result.failures().forEach(failure -> out.println("  FAILED  " + failure));
        out.println("  " + (result.passed() ? "passed" : "failed") + " in " + result.took().toSeconds() + " s");
        out.flush();
        whenEnded.accept(result);
    }

    private static String line(String phase, Duration time, String words) {
        String line = "  %s%4d s  %s".formatted(phase + " ".repeat(Math.max(1, NAME - phase.length())),
                time.toSeconds(), words).stripTrailing();
        return line.length() > MOST ? line.substring(0, MOST - 3) + "..." : line;
    }
}
