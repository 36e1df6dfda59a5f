// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One reading of a log: what waits in memory, and what is in the files, page by page in the order of time. */
final class LogRead {

    /** What a row has that can be read. */
    static final String READABLE = "seq IS NOT NULL AND t IS NOT NULL AND ingested IS NOT NULL AND message IS NOT NULL";

    private static final int PAGE = 2_000;

    /** Most characters of messages that one reading returns; an event may have 256 KiB, and the heap is small. */
    private static final int MAX_CHARACTERS = 2 << 20;

    private static final Comparator<LogEvent> OLDEST_FIRST = Comparator.comparing(LogEvent::time)
            .thenComparing(LogEvent::id);

    private final LogQuery query;

    private final long from;

    private final long until;

    private final Predicate<LogEvent> filter;

    private final long base;

    private final Comparator<LogEvent> order;

    private final Map<Integer, LogStream> byId = new HashMap<>();

    private final List<LogStream> wanted = new ArrayList<>();

    private final List<LogEvent> found = new ArrayList<>();

    private long flushed;

    private long characters;

    /** The event at which the reading ended early because of {@link #MAX_CHARACTERS}; null where it did not. */
    private LogEvent cut;

    LogRead(LogQuery query, long from, Predicate<LogEvent> filter, long base) {
        this.query = query;
        this.from = from;
        this.until = query.until().isAfter(Instant.ofEpochSecond(1L << 40))
                ? Long.MAX_VALUE
                : query.until().toEpochMilli();
        this.filter = filter;
        this.base = base;
        this.order = query.newestFirst() ? OLDEST_FIRST.reversed() : OLDEST_FIRST;
    }

    void include(LogStream stream) {
        if (!query.streams().isEmpty() && !query.streams().contains(stream.name())) {
            return;
        }
        wanted.add(stream);
        if (stream.id() != Series.UNNUMBERED) {
            byId.put(stream.id(), stream);
        }
    }

    /** Notes, with the intake's lock held, which events are not in the files. */
    void remember(long flushedUpTo) {
        flushed = flushedUpTo;
        for (LogStream stream : wanted) {
            for (LogRow row : stream.unwritten()) {
                if (row.sequence() > flushed && row.millis() >= from && row.millis() < until) {
                    LogEvent event = event(row.millis(), row.ingested(), stream, row.message(),
                            base + row.sequence());
                    if (query.contains().map(event.message()::contains).orElse(true) && isAfter(event)) {
                        found.add(event);
                    }
                }
            }
        }
    }

    private boolean isAfter(LogEvent event) {
        return query.after().map(last -> order.compare(last, event) < 0).orElse(true);
    }

    private static LogEvent event(long millis, long ingested, LogStream stream, String message, long id) {
        return new LogEvent(Instant.ofEpochMilli(millis), Instant.ofEpochMilli(ingested), stream.name(), message, id);
    }

    void fromMemory() {
        found.removeIf(event -> !filter.test(event));
    }

    void fromFiles(OpenFiles files) {
        if (byId.isEmpty() || from >= until) {
            return;
        }
        List<List<Slice>> stretches = new ArrayList<>(
                files.slices().overlapping(Math.floorDiv(from, 1000L), until / 1000 + 1).stream()
                        .collect(Collectors.groupingBy(Slice::start, TreeMap::new, Collectors.toList())).values());
        int left = query.limit();
        for (List<Slice> stretch : query.newestFirst() ? stretches.reversed() : stretches) {
            List<LogEvent> here = new ArrayList<>();
            int most = left;
            files.slices().visit(stretch, slice -> read(files.duck(), slice, here, most));
            found.addAll(here);
            left -= Math.min(here.size(), left);
            if (left == 0 || cut != null) {
                return;
            }
        }
    }

    /** Adds the first events of a slice that pass the filter, at most as many as are still wanted. */
    private void read(Duck duck, Slice slice, List<LogEvent> here, int most) throws SQLException {
        LogEvent last = query.after().orElse(null);
        int passed = 0;
        List<LogEvent> page;
        do {
            page = page(duck, slice, last);
            for (LogEvent event : page) {
                last = event;
                if (passed < most && filter.test(event)) {
                    passed++;
                    here.add(event);
                    characters += event.message().length();
                }
            }
            if (passed < most && !page.isEmpty() && characters > MAX_CHARACTERS) {
                cut = cut == null || order.compare(last, cut) < 0 ? last : cut;
                return;
            }
        } while (isFull(page) && passed < most);
    }

    private static boolean isFull(List<LogEvent> page) {
        return page.size() == PAGE || page.stream().mapToLong(event -> event.message().length()).sum() > MAX_CHARACTERS;
    }

    private List<LogEvent> page(Duck duck, Slice slice, LogEvent last) throws SQLException {
        return duck.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql(slice, last))) {
                if (query.contains().isPresent()) {
                    statement.setString(1, query.contains().get());
                }
                List<LogEvent> events = new ArrayList<>();
                int size = 0;
                try (ResultSet rows = statement.executeQuery()) {
                    while (size <= MAX_CHARACTERS && rows.next()) {
                        LogEvent event = event(rows.getLong(3), rows.getLong(4), byId.get(rows.getInt(2)),
                                rows.getString(5), rows.getLong(1));
                        size += event.message().length();
                        events.add(event);
                    }
                }
                return events;
            }
        });
    }

    private String sql(Slice slice, LogEvent last) {
        String direction = query.newestFirst() ? "DESC" : "ASC";
        String ids = byId.keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
        String position = last == null
                ? ""
                : " AND (t, seq) " + (query.newestFirst() ? "<" : ">") + " (" + last.time().toEpochMilli() + ", "
                        + last.id() + ")";
        return "SELECT seq, stream, t, ingested, message FROM " + slice.catalog() + ".logs WHERE t >= " + from
                + " AND t < " + until + " AND seq <= " + (base + flushed) + " AND stream IN (" + ids + ") AND "
                + READABLE + position
                + (query.contains().isPresent() ? " AND contains(message, ?)" : "") + " ORDER BY t " + direction
                + ", seq " + direction + " LIMIT " + PAGE;
    }

    List<LogEvent> end() {
        return found.stream().sorted(order).takeWhile(event -> cut == null || order.compare(event, cut) <= 0)
                .limit(query.limit()).toList();
    }
}
