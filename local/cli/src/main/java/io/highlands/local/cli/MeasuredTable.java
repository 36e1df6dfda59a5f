// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.highlands.local.control.ControlException;
import io.highlands.local.rehearsal.Result;

/** The table "Measured" of the runbooks' README: a row per page, written anew from rehearsals. */
final class MeasuredTable {

    private static final String HEADING = "## Measured";
    private static final String HEAD = "| page | detected after | recovered after | on |";
    private static final String LINE = "|---|---|---|---|";

    private MeasuredTable() {
    }

    /**
     * Writes rows; those of other pages stay.
     *
     * @param readme the file
     * @param results what was rehearsed; failed ones are left out
     * @throws ControlException when the file cannot be read or written, or has no such section
     */
    static void record(Path readme, List<Result> results) {
        try {
            Files.writeString(readme, with(readme, Files.readString(readme), results));
        } catch (IOException e) {
            throw new ControlException(readme + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static String with(Path readme, String text, List<Result> results) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int heading = lines.indexOf(HEADING);
        if (heading < 0) {
            throw new ControlException(readme + " has no section '" + HEADING + "'");
        }
        int head = table(lines, heading);
        if (head == lines.size() || !lines.get(head).startsWith("|")) {
            lines.addAll(head, List.of(HEAD, LINE, ""));
        }
        lines.set(head, HEAD);
        lines.set(head + 1, LINE);
        results.stream().filter(Result::passed).forEach(result -> put(lines, head + 2, result));
        return String.join("\n", lines) + "\n";
    }

    /** Where the section's table begins, or where it ends without one. */
    private static int table(List<String> lines, int heading) {
        int head = heading + 1;
        while (head < lines.size() && !lines.get(head).startsWith("|") && !lines.get(head).startsWith("#")) {
            head++;
        }
        return head;
    }

    private static void put(List<String> lines, int first, Result result) {
        String name = "[" + result.page().kind() + "](" + result.page().kind() + ".md)";
        String row = "| " + String.join(" | ", name, time(result.detected(), result.timeScale()),
                time(result.recovered(), result.timeScale()),
                LocalDate.ofInstant(result.ended(), ZoneOffset.UTC).toString()) + " |";
        int at = first;
        while (at < lines.size() && lines.get(at).startsWith("|")
                && lines.get(at).compareTo("| " + name + " |") < 0) {
            at++;
        }
        if (at < lines.size() && lines.get(at).startsWith("| " + name + " |")) {
            lines.set(at, row);
        } else {
            lines.add(at, row);
        }
    }

    /** In AWS's time, as the section says. */
    private static String time(Optional<Duration> time, int timeScale) {
        return time.map(here -> here.multipliedBy(timeScale))
                .map(there -> there.toMinutes() + " min " + there.toSecondsPart() + " s").orElse("in virtual time");
    }
}
