// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the ledger says, and how it is compared with the files at the next start. */
final class Account {

    static final String LAST_NUMBER = "last number";

    static final String LAST_SERIES = "last series";

    static final String LAST_STREAM = "last stream";

    private static final String WAITING_AFTER = Ledger.WAITING + "after";

    private static final String WAITING_TO = Ledger.WAITING + "to";

    private static final String WAITING_CHANGES = Ledger.WAITING + "changes";

    /** What is counted apart, with the table that it is in. */
    private enum Kind {

        SAMPLES("samples", "samples"), LOG_EVENTS("log events", "logs"), SPANS("spans", "");

        private final String words;

        private final String table;

        Kind(String words, String table) {
            this.words = words;
            this.table = table;
        }

        static Kind of(Row row) {
            return switch (row) {
                case SampleRow sample -> SAMPLES;
                case LogRow log -> LOG_EVENTS;
                case SpanRow span -> SPANS;
            };
        }

        String key() {
            return Ledger.WAITING + words;
        }
    }

    private Account() {
    }

    /** What memory and the files have now. {@code changes} of the state have waited since a failed write. */
    static LinkedHashMap<String, Long> of(Memory memory, OpenFiles files, long changes) {
        LinkedHashMap<String, Long> numbers = new LinkedHashMap<>(files.state().counts());
        synchronized (memory.intake()) {
            Map<Kind, Long> waiting = new EnumMap<>(Kind.class);
            memory.intake().unwritten(row -> waiting.merge(Kind.of(row), 1L, Long::sum));
            waiting.forEach((kind, rows) -> numbers.put(kind.key(), rows));
            numbers.put(LAST_NUMBER, files.base() + memory.intake().lastNumber());
            numbers.put(WAITING_AFTER, files.base() + memory.intake().flushed());
            numbers.put(WAITING_TO, files.base() + memory.intake().lastNumber());
            numbers.put(WAITING_CHANGES, changes);
            memory.count(numbers);
        }
        List<Slice> slices = new ArrayList<>(files.slices().all());
        slices.addAll(files.spans().all());
        for (Slice slice : slices.reversed()) {
            numbers.put(Ledger.ROWS + slice.name(),
                    slice.isLoaded() ? slice.rows() : files.ledger().before(Ledger.ROWS + slice.name()));
        }
        return numbers;
    }

    /** Tells what the run before took in and did not write, and which of its files are gone. */
    static void compare(OpenFiles files, Problems problems) throws SQLException {
        List<String> lost = new ArrayList<>();
        long rows = 0;
        for (Kind kind : Kind.values()) {
            long waited = files.ledger().before(kind.key());
            long missing = waited == 0 ? 0 : waited - written(files, kind);
            if (missing > 0) {
                lost.add(missing + " " + kind.words);
                rows += missing;
            }
        }
        if (files.ledger().before(WAITING_CHANGES) > 0) {
            lost.add(files.ledger().before(WAITING_CHANGES) + " changes of alarms, dashboards and log groups");
        }
        if (!lost.isEmpty()) {
            problems.lose(rows);
            problems.note("The run before ended before it had written " + String.join(", ", lost) + ": they are lost");
        }
        gone(files, problems);
    }

    private static long written(OpenFiles files, Kind kind) throws SQLException {
        long written = 0;
        List<Slice> slices = kind == Kind.SPANS ? files.spans().all() : files.slices().all();
        for (Slice slice : slices) {
            for (String table : kind == Kind.SPANS ? SpanTable.TABLES : List.of(kind.table)) {
                written += slice.isAttached()
                        ? files.duck().number("SELECT count(*) FROM " + slice.catalog() + '.' + table + " WHERE seq > "
                                + files.ledger().before(WAITING_AFTER) + " AND seq <= "
                                + files.ledger().before(WAITING_TO))
                        : 0;
            }
        }
        return written;
    }

    private static void gone(OpenFiles files, Problems problems) {
        files.ledger().before().forEach((key, rows) -> {
            if (key.startsWith(Ledger.ROWS) && rows > 0
                    && !files.ledger().isThere(key.substring(Ledger.ROWS.length()))) {
                problems.lose(rows);
                problems.note(key.substring(Ledger.ROWS.length()) + " is not there any more: its " + rows
                        + " rows are lost");
            }
        });
    }
}
