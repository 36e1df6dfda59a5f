// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.statistics.Aggregation;

/** One reading of metrics: what memory has since the horizon, and what the files have from before it. */
final class MetricRead {

    /** From this period on DuckDB adds up; below, there are about as many periods as rows, and adding up here is faster. */
    private static final int GROUPING_SECONDS = 300;

    private final Range range;

    private final long from;

    private final long until;

    private final Detail detail;

    private final int unit;

    private final Map<MetricName, UnitGatherings> gatherings = new LinkedHashMap<>();

    private final SortedMap<Integer, UnitGatherings> byId = new TreeMap<>();

    private final List<Series> wanted = new ArrayList<>();

    private final List<SampleRow> remembered = new ArrayList<>();

    private long horizon;

    private long flushed;

    MetricRead(Range range, Detail detail, Optional<String> unit) {
        this.range = range;
        this.from = range.start().getEpochSecond();
        this.until = range.end().getEpochSecond();
        this.detail = detail;
        this.unit = unit.map(name -> Unit.exists(name) ? Unit.code(name) : Byte.MAX_VALUE).orElse(-1);
    }

    void include(Series series) {
        if (gatherings.containsKey(series.name())) {
            return;
        }
        UnitGatherings gathering = new UnitGatherings(range, detail);
        gatherings.put(series.name(), gathering);
        wanted.add(series);
        if (series.id() != Series.UNNUMBERED) {
            byId.put(series.id(), gathering);
        }
    }

    /** Notes, with the intake's lock held, what memory has, and which part of the files is not in it. */
    void remember(RecentSamples recent, long flushedUpTo) {
        horizon = recent.horizon();
        flushed = flushedUpTo;
        for (Series series : wanted) {
            for (SampleRow row : series.recent()) {
                remember(row);
            }
        }
        for (SampleRow row : recent.late()) {
            if (row.sequence() > flushed && gatherings.containsKey(row.series().name())) {
                remember(row);
            }
        }
    }

    private void remember(SampleRow row) {
        if (row.second() >= from && row.second() < until && (unit < 0 || row.unit() == unit)) {
            remembered.add(row);
        }
    }

    void fromMemory() {
        for (SampleRow row : remembered) {
            gatherings.get(row.series().name()).of(row.unit()).add(row.second(), row.count(), row.sum(), row.minimum(),
                    row.maximum(), row.values());
        }
    }

    void fromFiles(OpenFiles files, HourCache hours) {
        long end = Math.min(until, horizon);
        if (byId.isEmpty() || from >= end) {
            return;
        }
        UnitGatherings[] byNumber = gatheringsById();
        long lastSequence = files.base() + flushed;
        files.slices().visit(files.slices().overlapping(from, end), slice -> {
            Optional<HoursRead> complete = hours(hours, slice, end, lastSequence);
            if (complete.isPresent()) {
                complete.get().complete(files.duck());
            }
            long rest = complete.map(HoursRead::end).orElse(from);
            if (rest < Math.min(end, slice.end())) {
                String sql = sql(slice, rest, end, lastSequence);
                files.duck().read(connection -> {
                    try (Statement statement = connection.createStatement();
                            ResultSet rows = statement.executeQuery(sql)) {
                        add(rows, byNumber);
                    }
                    return null;
                });
            }
            // Last, since a file that refuses is asked again
            complete.ifPresent(read -> read.samples(from, end, id -> receiver(byNumber[id])));
        });
    }

    /** Its complete hours before the end, where DuckDB does not add up. */
    private Optional<HoursRead> hours(HourCache hours, Slice slice, long end, long lastSequence) {
        int first = slice.hour(Math.max(from, slice.start()));
        int last = slice.hour(Math.min(end, slice.end()));
        return !isGrouped() && first < last
                ? Optional.of(new HoursRead(hours, slice, first, last, byId.keySet(), detail, lastSequence))
                : Optional.empty();
    }

    private SampleColumns.Receiver receiver(UnitGatherings gatherings) {
        return (sampleUnit, second, count, sum, minimum, maximum, values) -> {
            if (unit < 0 || sampleUnit == unit) {
                gatherings.of(sampleUnit).add(second, count, sum, minimum, maximum, values);
            }
        };
    }

    private boolean isGrouped() {
        return detail == Detail.SUMMARY && range.period().toSeconds() >= GROUPING_SECONDS;
    }

    /** By number, since a map would cost more than all else that is done with a row. */
    private UnitGatherings[] gatheringsById() {
        UnitGatherings[] byNumber = new UnitGatherings[byId.lastKey() + 1];
        byId.forEach((id, gathering) -> byNumber[id] = gathering);
        return byNumber;
    }

    private void add(ResultSet rows, UnitGatherings[] byNumber) throws SQLException {
        while (rows.next()) {
            byNumber[rows.getInt(1)].of(Unit.known(rows.getByte(2))).add(rows.getLong(3), rows.getDouble(4),
                    rows.getDouble(5),
                    rows.getDouble(6), rows.getDouble(7),
                    detail == Detail.VALUES ? PackedValues.known(rows.getBytes(8)) : null);
        }
    }

    private String sql(Slice slice, long start, long end, long lastSequence) {
        long period = range.period().toSeconds();
        boolean grouped = isGrouped();
        String columns = "series, unit, t, n, sum, min, max" + (detail == Detail.VALUES ? ", vals" : "");
        if (grouped) {
            columns = "series, unit, " + from + " + ((t - " + from + ") // " + period + ") * " + period
                    + " AS p, sum(n), sum(sum), min(min), max(max)";
        }
        String ids = byId.keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
        return "SELECT " + columns + " FROM " + slice.catalog() + ".samples WHERE t >= " + start + " AND t < " + end
                + " AND seq <= " + lastSequence + (unit < 0 ? "" : " AND unit = " + unit) + " AND series IN (" + ids
                + ")" + (grouped ? " GROUP BY series, unit, p" : "");
    }

    /** The samples by unit, the one that CloudWatch prefers first. */
    Map<String, Aggregation> end(MetricName metric) {
        UnitGatherings gathering = gatherings.get(metric);
        return gathering == null ? Map.of() : gathering.end();
    }
}
