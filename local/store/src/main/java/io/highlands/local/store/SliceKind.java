// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a file holds. Each kind has room of its own, so that many spans do not push out the metrics of two weeks. */
enum SliceKind {

    /** Metrics and logs. */
    SIGNALS("slice", List.of("samples", "logs"), List.of(
            "CREATE TABLE IF NOT EXISTS %s.series(id INTEGER, namespace VARCHAR, name VARCHAR, dimensions VARCHAR)",
            "CREATE TABLE IF NOT EXISTS %s.samples(seq BIGINT, series INTEGER, t BIGINT, n DOUBLE, sum DOUBLE, "
                    + "min DOUBLE, max DOUBLE, unit TINYINT, vals BLOB)",
            "CREATE TABLE IF NOT EXISTS %s.streams(id INTEGER, log_group VARCHAR, name VARCHAR)",
            "CREATE TABLE IF NOT EXISTS %s.logs(seq BIGINT, stream INTEGER, t BIGINT, ingested BIGINT, "
                    + "message VARCHAR)")),

    /** Spans: those that lists show apart from the rest, so that a list looks at a third of them or less. */
    SPANS("spans", SpanTable.TABLES, List.of("CREATE TABLE IF NOT EXISTS %s." + SpanTable.ROOTS + SpanTable.COLUMNS,
            "CREATE TABLE IF NOT EXISTS %s." + SpanTable.INNER + SpanTable.COLUMNS, "CREATE TABLE IF NOT EXISTS %s."
                    + SpanBlocks.TABLE + "(first_seq BIGINT, last_seq BIGINT, filter BLOB)"));

    private final String prefix;

    private final List<String> rowTables;

    private final List<String> create;

    SliceKind(String prefix, List<String> rowTables, List<String> create) {
        this.prefix = prefix;
        this.rowTables = rowTables;
        this.create = create;
    }

    static Optional<SliceKind> of(String prefix) {
        return Arrays.stream(values()).filter(kind -> kind.prefix.equals(prefix)).findFirst();
    }

    /** How names of files and of what DuckDB calls them begin. */
    String prefix() {
        return prefix;
    }

    /** The tables with what was taken in, each row with its number in the column {@code seq}. */
    List<String> rowTables() {
        return rowTables;
    }

    /** Statements that make the tables, with a place for the file's name. */
    List<String> create() {
        return create;
    }
}
