// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What goes wrong with files: told in one line each, the same one not twice in a row, and counted. */
final class Problems {

    /** The subject of what keeps the store from writing. */
    static final String WRITING = "writing";

    /** How many lines about what is over are kept for the status. */
    private static final int NOTES = 20;

    /** How many unreadable rows are told apart, so that one that is read twice counts once. */
    private static final int MAX_ROWS = 10_000;

    private final Consumer<String> report;

    private final Map<String, String> current = new LinkedHashMap<>();

    private final Deque<String> notes = new ArrayDeque<>();

    private final Set<List<String>> unreadableRows = new HashSet<>();

    private final Set<String> unreadableTold = new HashSet<>();

    private String last = "";

    private long lost;

    private long unreadable;

    Problems(Consumer<String> report) {
        this.report = report;
    }

    /** Something that has happened, and is over. */
    synchronized void note(String what, Exception reason) {
        note(what + ": " + StoreException.oneLine(reason));
    }

    /** Something that has happened, and is over. */
    synchronized void note(String line) {
        if (!line.equals(notes.peekLast())) {
            notes.add(line);
        }
        if (notes.size() > NOTES) {
            notes.remove();
        }
        tell(line);
    }

    /** Something that goes on until {@link #over}. */
    synchronized void begin(String subject, String what, Exception reason) {
        String line = what + ": " + StoreException.oneLine(reason);
        current.put(subject, line);
        tell(line);
    }

    synchronized void over(String subject) {
        current.remove(subject);
    }

    synchronized Optional<String> current() {
        return current.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", current.values()));
    }

    /** Samples, log events and spans that were taken and are not kept. */
    synchronized void lose(long rows) {
        lost += rows;
    }

    /** Counts rows that cannot be read, and tells of the first of a file. */
    synchronized void unreadable(String file, long rows, String reason) {
        unreadable += rows;
        if (unreadableTold.add(file)) {
            note(rows + (rows == 1 ? " row" : " rows") + " of " + file + " cannot be read and " + (rows == 1
                    ? "is"
                    : "are") + " left out: " + reason);
        }
    }

    /** Counts one row that cannot be read, once. */
    synchronized void unreadable(String file, String row, RuntimeException reason) {
        unreadableOnce(file, row, row + ", " + StoreException.unreadable(reason));
    }

    /** Counts one value that cannot be read, once. */
    synchronized void unreadableOnce(String file, String row, String reason) {
        if (unreadableRows.size() < MAX_ROWS && unreadableRows.add(List.of(file, row))) {
            unreadable(file, 1, reason);
        }
    }

    synchronized long lost() {
        return lost;
    }

    synchronized long unreadable() {
        return unreadable;
    }

    /** What has happened since the start, the oldest first. */
    synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    private void tell(String line) {
        if (!line.equals(last)) {
            last = line;
            report.accept("telemetry: " + line);
        }
    }
}
