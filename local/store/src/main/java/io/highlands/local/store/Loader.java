// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.duckdb.DuckDBConnection;

import io.highlands.cloudwatch.model.search.MetricName;

/** Opens the files of an earlier run, and brings back what memory held of them. */
final class Loader {

    private final StoreOptions options;

    private final Memory memory;

    private final Problems problems;

    /** Series by their numbers, which are the same in all files. */
    private final Map<Integer, Series> series = new HashMap<>();

    private int lastSeries;

    private int lastStream;

    private long lastSequence;

    Loader(StoreOptions options, Memory memory, Problems problems) {
        this.options = options;
        this.memory = memory;
        this.problems = problems;
    }

    OpenFiles open() throws IOException, SQLException {
        Files.createDirectories(options.folder());
        clean(options.folder().resolve("spill"));
        Ledger ledger = ledger();
        lastSequence = ledger.before(Account.LAST_NUMBER);
        Duck duck = Duck.open(options.folder(), options.memoryLimitMiB());
        StateFile state = new StateFile(duck, options.folder(), memory.states(), problems);
        state.open(ledger);
        Slices slices = new Slices(SliceKind.SIGNALS, options.maxBytes(), options,
                new SliceOpening(duck, ledger, slice -> duck.read(connection -> {
                    load(connection, slice);
                    return null;
                }), problems));
        slices.open();
        Slices spans = new Slices(SliceKind.SPANS, options.maxSpanBytes(), options,
                new SliceOpening(duck, ledger,
                        slice -> lastSequence = Math.max(lastSequence, SpanTable.load(duck, slice)), problems));
        spans.open();
        loadRecent(duck, slices);
        memory.numbers(Math.max(lastSeries, (int) ledger.before(Account.LAST_SERIES)),
                Math.max(lastStream, (int) ledger.before(Account.LAST_STREAM)));
        OpenFiles files = new OpenFiles(duck, state, slices, spans, ledger, problems, lastSequence);
        Account.compare(files, problems);
        return files;
    }

    private Ledger ledger() {
        Ledger ledger = new Ledger(options.folder());
        try {
            ledger.open();
        } catch (IOException e) {
            problems.note("The ledger cannot be read, so that what the run before lost is not known", e);
        }
        return ledger;
    }

    /** What DuckDB moved out of memory in a run that was killed. */
    private static void clean(Path spill) throws IOException {
        if (!Files.isDirectory(spill)) {
            return;
        }
        try (Stream<Path> files = Files.list(spill)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void load(DuckDBConnection connection, Slice slice) throws SQLException {
        String catalog = slice.catalog();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT m.series, m.t, m.n, s.namespace, s.name, "
                    + "s.dimensions FROM (SELECT series, max(t) AS t, count(*) AS n FROM " + catalog
                    + ".samples GROUP BY series) m LEFT JOIN " + catalog + ".series s ON m.series = s.id")) {
                while (rows.next()) {
                    lastSeries = Math.max(lastSeries, rows.getInt(1));
                    readable(slice, "series " + rows.getInt(1), rows.getLong(3), rows.getString(4) == null, () -> {
                        remember(rows.getInt(1), new MetricName(rows.getString(4), rows.getString(5),
                                DimensionText.read(rows.getString(6))), rows.getLong(2));
                        slice.knownSeries().set(rows.getInt(1));
                    });
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT m.stream, m.n, s.log_group, s.name, m.first, m.last, "
                    + "m.ingested FROM (SELECT stream, count(*) AS n, min(t) AS first, max(t) AS last, "
                    + "max(ingested) AS ingested FROM " + catalog + ".logs GROUP BY stream) m LEFT JOIN " + catalog
                    + ".streams s ON m.stream = s.id")) {
                while (rows.next()) {
                    lastStream = Math.max(lastStream, rows.getInt(1));
                    readable(slice, "log stream " + rows.getInt(1), rows.getLong(2), rows.getString(3) == null, () -> {
                        remember(rows);
                        slice.knownStreams().set(rows.getInt(1));
                    });
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + catalog + ".logs WHERE NOT ("
                    + LogRead.READABLE + ")")) {
                rows.next();
                if (rows.getLong(1) > 0) {
                    problems.unreadable(slice.name(), rows.getLong(1), "a value of its log events is missing");
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT greatest((SELECT coalesce(max(seq), 0) FROM "
                    + catalog + ".samples), (SELECT coalesce(max(seq), 0) FROM " + catalog + ".logs))")) {
                rows.next();
                lastSequence = Math.max(lastSequence, rows.getLong(1));
            }
        }
    }

    /** Reads something. */
    @FunctionalInterface
    private interface Reading {

        void read() throws SQLException;
    }

    /** Reads what a series or stream is; where that is not known, its rows are left out, and the rest goes on. */
    private void readable(Slice slice, String what, long rows, boolean isUnnamed, Reading reading)
            throws SQLException {
        if (isUnnamed) {
            problems.unreadable(slice.name(), rows, "its " + what + " has no name");
            return;
        }
        try {
            reading.read();
        } catch (RuntimeException e) {
            problems.unreadable(slice.name(), rows, e instanceof StoreException known
                    ? known.getMessage()
                    : "the name of its " + what + " is not as it was written");
        }
    }

    private void remember(int id, MetricName name, long second) {
        synchronized (memory.intake()) {
            Series known = memory.series().findOrAdd(name);
            known.number(id);
            known.seen(second);
            series.put(id, known);
        }
    }

    private void remember(ResultSet row) throws SQLException {
        synchronized (memory.intake()) {
            LogStream known = memory.logs().findOrAdd(row.getString(3), row.getString(4));
            known.number(row.getInt(1));
            known.seen(row.getLong(5), row.getLong(6), row.getLong(7));
        }
    }

    /** Memory has everything since the horizon; so it takes from the files what they have of it, latest first. */
    private void loadRecent(Duck duck, Slices slices) {
        long horizon = memory.recent().horizon();
        List<Slice> newest = slices.overlapping(horizon, Long.MAX_VALUE).reversed();
        slices.visit(newest, slice -> duck.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT series, t, n, sum, min, max, unit, vals FROM "
                            + slice.catalog() + ".samples WHERE t >= " + horizon)) {
                while (rows.next()) {
                    Series known = series.get(rows.getInt(1));
                    if (known != null) {
                        add(known, rows);
                    }
                }
            }
            return null;
        }));
        memory.trim();
    }

    private void add(Series known, ResultSet rows) throws SQLException {
        SampleRow row = new SampleRow(known, rows.getLong(2), new SampleRow.Totals(
                rows.getDouble(3), rows.getDouble(4), rows.getDouble(5), rows.getDouble(6)),
                Unit.known(rows.getByte(7)), PackedValues.known(rows.getBytes(8)));
        row.written();
        synchronized (memory.intake()) {
            memory.recent().add(row);
        }
    }
}
