// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.TraceId;

/** One reading of spans from the files: those that they had at the moment at which memory was looked at. */
final class SpanRead {

    private static final long SECOND = 1_000_000_000L;

    /** The first stretch of time in which the newest spans are looked for; each further one is eight times as long. */
    private static final long FIRST_STRETCH = 60 * SECOND;

    private static final int GROWTH = 8;

    private final OpenFiles files;

    private final long lastNumber;

    SpanRead(OpenFiles files, long flushed) {
        this.files = files;
        this.lastNumber = files.base() + flushed;
    }

    /** Takes one row. */
    @FunctionalInterface
    interface RowReader {

        void row(ResultSet row) throws SQLException;
    }

    List<Span> trace(TraceId id) {
        List<Span> found = new ArrayList<>();
        files.spans().visit(files.spans().all(), slice -> {
            List<SpanBlocks.Numbers> blocks = slice.spans().of(id.low());
            if (blocks.isEmpty()) {
                return;
            }
            // One statement, as to prepare another takes as long as to read the rows; ranges apart, as DuckDB skips rows by each
            query(slice, blocks.stream().flatMap(numbers -> SpanTable.TABLES.stream()
                    .map(table -> "SELECT *, " + table.equals(SpanTable.ROOTS) + " AS root FROM " + slice.catalog()
                            + '.'
                            + table + " WHERE seq BETWEEN " + numbers.first() + " AND "
                            + Math.min(numbers.last(), lastNumber) + " AND trace_low = " + id.low()
                            + " AND trace_high = " + id.high()))
                    .collect(Collectors.joining(" UNION ALL ")), List.of(),
                    row -> found.add(SpanTable.read(row, row.getBoolean("root"))));
        });
        return found;
    }

    /** All spans of these traces, which are read together. */
    void traces(Collection<TraceId> traces, Consumer<Span> found) {
        String lows = traces.stream().map(trace -> Long.toString(trace.low())).distinct()
                .collect(Collectors.joining(","));
        files.spans().visit(files.spans().all(), slice -> {
            List<SpanBlocks.Numbers> numbers = traces.stream().flatMap(trace -> slice.spans().of(trace.low()).stream())
                    .sorted(Comparator.comparingLong(SpanBlocks.Numbers::first)).toList();
            if (numbers.isEmpty()) {
                return;
            }
            for (String table : SpanTable.TABLES) {
                select(slice, table, "*", SpanSearchRead.ranges(numbers) + " AND seq <= " + lastNumber
                        + " AND trace_low IN (" + lows + ")", List.of(),
                        row -> found.accept(SpanTable.read(row, table.equals(SpanTable.ROOTS))));
            }
        });
    }

    List<Span> roots(SpanQuery query) {
        return query.slowestFirst() ? slowest(query) : newest(query);
    }

    private List<Span> slowest(SpanQuery query) {
        List<Span> found = new ArrayList<>();
        files.spans().visit(between(query.from(), query.until()),
                slice -> roots(slice, query, query.from(), query.until(), "duration DESC, start DESC", found));
        return found;
    }

    private List<Span> newest(SpanQuery query) {
        List<Slice> slices = between(query.from(), query.until());
        long oldest = Math.max(query.from(),
                slices.stream().mapToLong(slice -> slice.spans().earliest()).min().orElse(Long.MAX_VALUE));
        long end = Math.min(query.until(),
                slices.stream().mapToLong(slice -> slice.spans().latest()).max().orElse(Long.MIN_VALUE + 1) + 1);
        List<Span> found = new ArrayList<>();
        for (long stretch = FIRST_STRETCH; end > oldest && found.size() < query.limit(); stretch *= GROWTH) {
            long begin = end - oldest > stretch ? end - stretch : oldest;
            long until = end;
            files.spans().visit(between(begin, until),
                    slice -> roots(slice, query, begin, until, "start DESC", found));
            end = begin;
        }
        return found;
    }

    private void roots(Slice slice, SpanQuery query, long begin, long end, String order, List<Span> found)
            throws SQLException {
        select(slice, SpanTable.ROOTS, "*",
                query.where(begin, end, slice.catalog() + '.' + SpanTable.INNER) + " AND seq <= " + lastNumber
                        + " ORDER BY " + order
                        + " LIMIT " + query.limit(),
                query.texts(), row -> found.add(SpanTable.withoutAttributes(row, true)));
    }

    List<Span> calls(String service, long from, long until, int limit) {
        List<Span> found = new ArrayList<>();
        files.spans().visit(between(from, until), slice -> {
            for (String table : SpanTable.TABLES) {
                boolean roots = table.equals(SpanTable.ROOTS);
                select(slice, table, "*", "start >= " + from + " AND start < " + until + " AND service = ?"
                        + (roots ? "" : " AND kind = " + SpanKind.CLIENT.ordinal()) + " AND seq <= " + lastNumber
                        + " ORDER BY start DESC LIMIT " + limit, List.of(service),
                        row -> found.add(SpanTable.read(row, roots)));
            }
        });
        return found;
    }

    /** For each of these traces and each service in it a row: both halves of its id, service, spans, whether one failed. */
    void totals(List<TraceId> traces, RowReader reader) {
        String lows = traces.stream().map(trace -> Long.toString(trace.low())).collect(Collectors.joining(","));
        files.spans().visit(files.spans().all(), slice -> {
            List<SpanBlocks.Numbers> numbers = traces.stream().flatMap(trace -> slice.spans().of(trace.low()).stream())
                    .toList();
            if (numbers.isEmpty()) {
                return;
            }
            long first = numbers.stream().mapToLong(SpanBlocks.Numbers::first).min().orElseThrow();
            long last = numbers.stream().mapToLong(SpanBlocks.Numbers::last).max().orElseThrow();
            for (String table : SpanTable.TABLES) {
                select(slice, table, "trace_high, trace_low, service, count(*), max(status)",
                        "seq BETWEEN " + first + " AND " + Math.min(last, lastNumber) + " AND trace_low IN (" + lows
                                + ") GROUP BY trace_high, trace_low, service",
                        List.of(), reader);
            }
        });
    }

    void services(long from, RowReader reader) {
        files.spans().visit(between(from, Long.MAX_VALUE), slice -> {
            for (String table : SpanTable.TABLES) {
                select(slice, table, "DISTINCT service", "start >= " + from, List.of(), reader);
            }
        });
    }

    private List<Slice> between(long from, long until) {
        return files.spans().all().stream().filter(slice -> slice.spans().overlaps(from, until)).toList();
    }

    private void select(Slice slice, String table, String what, String where, List<String> texts, RowReader reader)
            throws SQLException {
        query(slice, "SELECT " + what + " FROM " + slice.catalog() + '.' + table + " WHERE " + where, texts, reader);
    }

    private void query(Slice slice, String sql, List<String> texts, RowReader reader) throws SQLException {
        files.duck().read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < texts.size(); i++) {
                    statement.setString(i + 1, texts.get(i));
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        read(slice, rows, reader);
                    }
                }
            }
            return null;
        });
    }

    /** One row that cannot be read is left out. */
    private void read(Slice slice, ResultSet rows, RowReader reader) throws SQLException {
        try {
            reader.row(rows);
        } catch (RuntimeException e) {
            files.problems().unreadable(slice.name(), "span " + rows.getString(1), e);
        }
    }
}
