// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import org.duckdb.DuckDBAppender;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;

/** The two tables of spans: how a span is written, and how it is read. */
final class SpanTable {

    /** The table of local roots. */
    static final String ROOTS = "roots";

    /** The table of all other spans. */
    static final String INNER = "inners";

    static final List<String> TABLES = List.of(ROOTS, INNER);

    static final String COLUMNS = "(seq BIGINT, trace_high BIGINT, trace_low BIGINT, id BIGINT, parent BIGINT, "
            + "start BIGINT, duration BIGINT, source TINYINT, kind TINYINT, status TINYINT, http_status INTEGER, "
            + "service VARCHAR, name VARCHAR, route VARCHAR, method VARCHAR, request_id VARCHAR, peer VARCHAR, "
            + "error VARCHAR, attributes VARCHAR)";

    private static final SpanKind[] KINDS = SpanKind.values();

    private static final SpanStatus[] STATUSES = SpanStatus.values();

    private static final SpanSource[] SOURCES = SpanSource.values();

    private SpanTable() {
    }

    static String of(Span span) {
        return span.localRoot() ? ROOTS : INNER;
    }

    static void append(DuckDBAppender table, long base, SpanRow row) throws SQLException {
        Span span = row.span();
        table.beginRow().append(base + row.sequence()).append(span.trace().high()).append(span.trace().low())
                .append(span.id()).append(span.parent()).append(span.startNanos()).append(span.durationNanos())
                .append((byte) span.source().ordinal()).append((byte) span.kind().ordinal())
                .append((byte) span.status().ordinal()).append(span.httpStatus()).append(span.service())
                .append(span.name()).append(span.route()).append(span.method()).append(span.requestId())
                .append(span.peer()).append(span.error()).append(row.attributes()).endRow();
    }

    /** A row of {@code SELECT *} from one of the tables. */
    static Span read(ResultSet row, boolean localRoot) throws SQLException {
        return withoutAttributes(row, localRoot).with(AttributeText.read(row.getString(19)));
    }

    /** The same where nobody looks at the attributes, which take most of a span's room. */
    static Span withoutAttributes(ResultSet row, boolean localRoot) throws SQLException {
        return new Span(new TraceId(row.getLong(2), row.getLong(3)), row.getLong(4), row.getLong(5), localRoot,
                SOURCES[row.getByte(8)], row.getString(12), row.getString(13), KINDS[row.getByte(9)], row.getLong(6),
                row.getLong(7), STATUSES[row.getByte(10)], row.getString(14), row.getString(15), row.getInt(11),
                row.getString(16), row.getString(17), row.getString(18), Map.of());
    }

    /**
     * Finds out where in a file the spans of a trace are.
     *
     * @return the highest number in the file
     */
    static long load(Duck duck, Slice slice) throws SQLException {
        SpanBlocks.Loading loading = slice.spans().new Loading();
        loadFilters(duck, slice, loading);
        long last = 0;
        for (String table : TABLES) {
            last = Math.max(last, duck.read(connection -> {
                long highest = 0;
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT seq, trace_low, start FROM "
                                + slice.catalog() + '.' + table)) {
                    while (rows.next()) {
                        long number = rows.getLong(1);
                        highest = Math.max(highest, number);
                        loading.add(number, rows.getLong(2), rows.getLong(3));
                    }
                }
                return highest;
            }));
        }
        loading.end();
        return last;
    }

    private static void loadFilters(Duck duck, Slice slice, SpanBlocks.Loading loading) throws SQLException {
        duck.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT first_seq, last_seq, filter FROM "
                            + slice.catalog() + '.' + SpanBlocks.TABLE)) {
                while (rows.next()) {
                    loading.filter(new SpanBlocks.Numbers(rows.getLong(1), rows.getLong(2)), rows.getBytes(3));
                }
            }
            return null;
        });
    }
}
