// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One reading of complete hours of a slice: from memory what it has, and the rest from the file in one query. */
final class HoursRead {

    /** What an hour is here, in seconds. */
    static final int SECONDS = 3_600;

    private final HourCache cache;

    private final Slice slice;

    private final int first;

    private final Detail detail;

    private final long lastSequence;

    /** By hour, counted from the first, and by series. */
    private final List<Map<Integer, SampleColumns>> found = new ArrayList<>();

    private final Set<Integer> missing = new TreeSet<>();

    private int firstMissing = Integer.MAX_VALUE;

    private int lastMissing = -1;

    /**
     * A reading that has looked into memory.
     *
     * @param cache what was read before
     * @param slice the file
     * @param first the first hour, counted from the slice's start
     * @param end the first hour that is not wanted
     * @param series the numbers of the series
     * @param detail what of the samples is needed
     * @param lastSequence the last number of the rows that are wanted
     */
    HoursRead(HourCache cache, Slice slice, int first, int end, Collection<Integer> series, Detail detail,
            long lastSequence) {
        this.cache = cache;
        this.slice = slice;
        this.first = first;
        this.detail = detail;
        this.lastSequence = lastSequence;
        for (int hour = first; hour < end; hour++) {
            Map<Integer, SampleColumns> known = new HashMap<>();
            found.add(known);
            for (int id : series) {
                SampleColumns columns = cache.find(slice, hour, id, detail, lastSequence);
                if (columns == null) {
                    missing.add(id);
                    firstMissing = Math.min(firstMissing, hour);
                    lastMissing = hour;
                } else {
                    known.put(id, columns);
                }
            }
        }
    }

    /** Reads from the file what memory does not have. */
    void complete(Duck duck) throws SQLException {
        if (missing.isEmpty()) {
            return;
        }
        int hours = lastMissing - firstMissing + 1;
        int attachments = slice.attachments();
        SampleColumns.Builder[][] read = duck.read(connection -> {
            try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql())) {
                return rows(rows, hours);
            }
        });
        for (int i = 0; i < hours; i++) {
            for (int id : missing) {
                SampleColumns.Builder rows = read[i][id];
                SampleColumns columns = (rows == null ? new SampleColumns.Builder(detail) : rows).build();
                found.get(firstMissing + i - first).put(id, columns);
                cache.keep(slice, firstMissing + i, attachments, id, columns, lastSequence);
            }
        }
    }

    private SampleColumns.Builder[][] rows(ResultSet rows, int hours) throws SQLException {
        int most = missing.stream().mapToInt(Integer::intValue).max().orElseThrow();
        var read = new SampleColumns.Builder[hours][most + 1];
        long start = start(firstMissing);
        while (rows.next()) {
            int second = (int) (rows.getLong(3) - start);
            SampleColumns.Builder[] hour = read[second / SECONDS];
            int id = rows.getInt(1);
            if (hour[id] == null) {
                hour[id] = new SampleColumns.Builder(detail);
            }
            hour[id].add(Unit.known(rows.getByte(2)), second % SECONDS, rows.getDouble(4), rows.getDouble(5),
                    rows.getDouble(6), rows.getDouble(7),
                    detail == Detail.VALUES ? PackedValues.known(rows.getBytes(8)) : null);
        }
        return read;
    }

    private String sql() {
        return "SELECT series, unit, t, n, sum, min, max" + (detail == Detail.VALUES ? ", vals" : "") + " FROM "
                + slice.catalog() + ".samples WHERE t >= "
                + start(firstMissing) + " AND t < " + start(lastMissing + 1) + " AND seq <= " + lastSequence
                + " AND series IN (" + missing.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")";
    }

    private long start(int hour) {
        return slice.start() + (long) hour * SECONDS;
    }

    /** The first second after the hours. */
    long end() {
        return start(first + found.size());
    }

    /** What takes the samples of each series. */
    @FunctionalInterface
    interface Receivers {

        SampleColumns.Receiver of(int series);
    }

    /** Gives the samples of a stretch of time, series by series within each hour. */
    void samples(long from, long until, Receivers receivers) {
        for (int i = 0; i < found.size(); i++) {
            long hour = start(first + i);
            found.get(i).forEach((id, columns) -> columns.read(hour, from, until, receivers.of(id)));
        }
    }
}
