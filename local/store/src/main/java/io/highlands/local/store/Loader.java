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

    /** Series and streams by their numbers, which are the same in all files. */
    private final Map<Integer, Series> series = new HashMap<>();

    private final Map<Integer, LogStream> streams = new HashMap<>();

    private long lastSequence;

    Loader(StoreOptions options, Memory memory, Problems problems) {
        this.options = options;
        this.memory = memory;
        this.problems = problems;
    }

    OpenFiles open() throws IOException, SQLException {
        Files.createDirectories(options.folder());
        clean(options.folder().resolve("spill"));
        Duck duck = Duck.open(options.folder(), options.memoryLimitMiB());
        StateFile.open(duck, options.folder(), memory.states(), problems);
        Slices slices = new Slices(SliceKind.SIGNALS, options.maxBytes(), options, duck, problems);
        slices.open(slice -> duck.read(connection -> {
            load(connection, slice);
            return null;
        }));
        Slices spans = new Slices(SliceKind.SPANS, options.maxSpanBytes(), options, duck, problems);
        spans.open(slice -> lastSequence = Math.max(lastSequence, SpanTable.load(duck, slice)));
        loadRecent(duck, slices);
        memory.numbers(series.keySet().stream().mapToInt(Integer::intValue).max().orElse(0),
                streams.keySet().stream().mapToInt(Integer::intValue).max().orElse(0));
        return new OpenFiles(duck, slices, spans, lastSequence);
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
            try (ResultSet rows = statement.executeQuery("SELECT s.id, s.namespace, s.name, s.dimensions, "
                    + "m.t FROM " + catalog + ".series s JOIN (SELECT series, max(t) AS t FROM " + catalog
                    + ".samples GROUP BY series) m ON m.series = s.id")) {
                while (rows.next()) {
                    slice.knownSeries().set(rows.getInt(1));
                    remember(rows.getInt(1), new MetricName(rows.getString(2), rows.getString(3),
                            DimensionText.read(rows.getString(4))), rows.getLong(5));
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT s.id, s.log_group, s.name, m.first, m.last, "
                    + "m.ingested FROM " + catalog + ".streams s JOIN (SELECT stream, min(t) AS first, max(t) AS last, "
                    + "max(ingested) AS ingested FROM " + catalog + ".logs GROUP BY stream) m ON m.stream = s.id")) {
                while (rows.next()) {
                    slice.knownStreams().set(rows.getInt(1));
                    remember(rows);
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT greatest((SELECT coalesce(max(seq), 0) FROM "
                    + catalog + ".samples), (SELECT coalesce(max(seq), 0) FROM " + catalog + ".logs))")) {
                rows.next();
                lastSequence = Math.max(lastSequence, rows.getLong(1));
            }
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
            LogStream known = memory.logs().findOrAdd(row.getString(2), row.getString(3));
            known.number(row.getInt(1));
            known.seen(row.getLong(4), row.getLong(5), row.getLong(6));
            streams.put(row.getInt(1), known);
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
                    add(rows);
                }
            }
            return null;
        }));
        memory.trim();
    }

    private void add(ResultSet rows) throws SQLException {
        SampleRow row = new SampleRow(series.get(rows.getInt(1)), rows.getLong(2), new SampleRow.Totals(
                rows.getDouble(3), rows.getDouble(4), rows.getDouble(5), rows.getDouble(6)), rows.getByte(7),
                rows.getBytes(8));
        row.written();
        synchronized (memory.intake()) {
            memory.recent().add(row);
        }
    }
}
