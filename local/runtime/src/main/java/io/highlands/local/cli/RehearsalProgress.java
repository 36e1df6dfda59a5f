// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Consumer;

import io.highlands.local.rehearsal.Result;
import io.highlands.local.rehearsal.Watcher;

/** Rehearsals as they are followed on a terminal: a line per phase; what is waited for is written over where that is possible. */
final class RehearsalProgress implements Watcher {

    private static final int NAME = 20;
    private static final int MOST = 150;

    private final PrintWriter out;
    private final boolean terminal;
    private final Consumer<Result> whenEnded;
    private String shown = "";

    /**
     * Makes it.
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
        if (terminal) {
            String line = line(phase, since, waitingFor.isEmpty() ? "" : "waiting: " + waitingFor);
            if (!line.equals(shown)) {
                out.print("\r\033[K" + line);
                out.flush();
                shown = line;
            }
        }
    }

    @Override
    public void ended(String phase, String outcome, Duration took) {
        if (terminal) {
            out.print("\r\033[K");
            shown = "";
        }
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
