// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The tables of a slice. Each slice names the series and streams that it uses, so that no file needs another. Series and
 * streams keep their numbers across slices. Another signal is another {@link Row} with its table here.
 */
final class SliceTables {

    private final DuckDBConnection connection;

    private final Slice slice;

    private final long base;

    private final Map<String, DuckDBAppender> appenders = new HashMap<>();

    private final Set<Object> named = new HashSet<>();

    private SliceTables(DuckDBConnection connection, Slice slice, long base) {
        this.connection = connection;
        this.slice = slice;
        this.base = base;
    }

    static void create(Duck duck, Slice slice) throws SQLException {
        for (String sql : slice.kind().create()) {
            duck.execute(sql.formatted(slice.catalog()));
        }
    }

    /** Adds rows to a slice, all or none; {@code base} is added to each row's number. */
    static void append(Duck duck, Slice slice, List<Row> rows, long base) throws SQLException {
        List<SpanBlock> blocks = slice.spans().toBeWritten();
        duck.write(connection -> {
            SliceTables tables = new SliceTables(connection, slice, base);
            try {
                for (Row row : rows) {
                    tables.append(row);
                }
                for (SpanBlock block : blocks) {
                    tables.table(SpanBlocks.TABLE).beginRow().append(block.first()).append(block.last())
                            .append(block.filter()).endRow();
                }
                tables.close();
            } finally {
                tables.discard();
            }
            return null;
        });
        blocks.forEach(SpanBlock::written);
        note(slice, rows, base);
    }

    /** Takes over that rows are in the file. */
    static void note(Slice slice, List<Row> rows, long base) {
        for (Row row : rows) {
            row.written();
            switch (row) {
                case SampleRow sample -> {
                    slice.knownSeries().set(sample.series().id());
                    slice.written(sample.second(), base + sample.sequence());
                }
                case LogRow log -> slice.knownStreams().set(log.stream().id());
                case SpanRow span -> slice.spans().add(base + span.sequence(), span);
            }
        }
        slice.rows(slice.rows() + rows.size());
    }

    /** The numbers of the rows that a file has beyond a number. */
    static Set<Long> numbersAfter(Duck duck, Slice slice, long number) throws SQLException {
        Set<Long> found = new HashSet<>();
        for (String table : slice.kind().rowTables()) {
            duck.read(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT seq FROM " + slice.catalog() + '.' + table
                                + " WHERE seq > " + number)) {
                    while (rows.next()) {
                        found.add(rows.getLong(1));
                    }
                }
                return null;
            });
        }
        return found;
    }

    /** How many rows a file has. */
    static long count(Duck duck, Slice slice) throws SQLException {
        long count = 0;
        for (String table : slice.kind().rowTables()) {
            count += duck.number("SELECT count(*) FROM " + slice.catalog() + '.' + table);
        }
        return count;
    }

    private void append(Row row) throws SQLException {
        switch (row) {
            case SampleRow sample -> append(sample);
            case LogRow log -> append(log);
            case SpanRow span -> SpanTable.append(table(SpanTable.of(span.span())), base, span);
        }
    }

    private void append(SampleRow row) throws SQLException {
        name(row.series());
        DuckDBAppender table = table("samples").beginRow().append(base + row.sequence()).append(row.series().id())
                .append(row.second()).append(row.count()).append(row.sum()).append(row.minimum())
                .append(row.maximum()).append(row.unit());
        if (row.values() == null) {
            table.appendNull();
        } else {
            table.append(row.values());
        }
        table.endRow();
    }

    private void append(LogRow row) throws SQLException {
        LogStream stream = row.stream();
        if (!slice.knownStreams().get(stream.id()) && named.add(stream)) {
            table("streams").beginRow().append(stream.id()).append(stream.group()).append(stream.name()).endRow();
        }
        table("logs").beginRow().append(base + row.sequence()).append(stream.id()).append(row.millis())
                .append(row.ingested()).append(row.message()).endRow();
    }

    private void name(Series series) throws SQLException {
        if (slice.knownSeries().get(series.id()) || !named.add(series)) {
            return;
        }
        table("series").beginRow().append(series.id()).append(series.name().namespace()).append(series.name().name())
                .append(DimensionText.write(series.name().dimensions())).endRow();
    }

    private DuckDBAppender table(String name) throws SQLException {
        DuckDBAppender appender = appenders.get(name);
        if (appender == null) {
            appender = connection.createAppender(slice.catalog(), "main", name);
            appenders.put(name, appender);
        }
        return appender;
    }

    private void close() throws SQLException {
        while (!appenders.isEmpty()) {
            String table = appenders.keySet().iterator().next();
            appenders.remove(table).close();
        }
    }

    /** Frees what an error has left open: closing such an appender fails for the same reason, and its rows are rolled back. */
    private void discard() {
        for (DuckDBAppender appender : appenders.values()) {
            try {
                appender.close();
            } catch (SQLException e) {
                continue;
            }
        }
    }
}
