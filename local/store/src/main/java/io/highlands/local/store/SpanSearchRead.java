// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import io.highlands.local.span.Span;

/**
 * One search of the files: reads block after block, those first that may have what comes first, until there is enough, nothing
 * is left or time is over.
 */
final class SpanSearchRead {

    /** How many blocks are read at first, and at most in one go; each time it is four times as many. */
    private static final int FIRST_BLOCKS = 4;

    private static final int MAX_BLOCKS = 64;

    private static final int GROWTH = 4;

    private static final int ROWS_GROWTH = 8;

    private final OpenFiles files;

    private final long lastNumber;

    private final SpanSearch search;

    private final long deadline;

    private final ConditionSql conditions;

    private List<Span> found = new ArrayList<>();

    private boolean cut;

    private boolean isLate;

    private long read;

    SpanSearchRead(OpenFiles files, long flushed, SpanSearch search, long deadline) {
        this.files = files;
        this.lastNumber = files.base() + flushed;
        this.search = search;
        this.deadline = deadline;
        this.conditions = new ConditionSql(search.conditions());
    }

    /** A block of a file. */
    private record Place(Slice slice, SpanBlocks.Part part) {}

    /** Searches the files; {@code inMemory} are those that fit and are not in them. */
    SpanMatches search(List<Span> inMemory) {
        List<Place> places = places();
        found.addAll(inMemory);
        keepFirst();
        int next = 0;
        for (int blocks = FIRST_BLOCKS; next < places.size() && !isEnough(places.get(next)); blocks = Math
                .min(blocks * GROWTH, MAX_BLOCKS)) {
            if (isLate || System.nanoTime() - deadline > 0 || read > SpanSearch.MAX_SPANS) {
                return new SpanMatches(found, true, OptionalLong.of(places.subList(next, places.size()).stream()
                        .mapToLong(place -> place.part().latest()).max().orElseThrow()));
            }
            List<Place> now = places.subList(next, Math.min(places.size(), next + blocks));
            now.stream().collect(Collectors.groupingBy(Place::slice, LinkedHashMap::new, Collectors.toList()))
                    .forEach((slice, parts) -> files.spans().visit(List.of(slice), here -> read(here, parts)));
            next += isLate ? 0 : now.size();
        }
        return new SpanMatches(found, cut || next < places.size(), OptionalLong.empty());
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (Slice slice : files.spans().all()) {
            slice.spans().of(search.conditions(), search.from(), search.until()).stream()
                    .filter(part -> part.numbers().first() <= lastNumber).map(part -> new Place(slice, part))
                    .forEach(places::add);
        }
        places.sort(Comparator.comparingLong((Place place) -> search.rank(place.part())).reversed());
        return places;
    }

    /** Whether what is left has nothing that comes before what was found. */
    private boolean isEnough(Place next) {
        return found.size() >= search.limit() && search.rank(found.getLast()) >= search.rank(next.part());
    }

    private void keepFirst() {
        found.sort(search.order());
        if (found.size() > search.limit()) {
            cut = true;
            found = new ArrayList<>(found.subList(0, search.limit()));
        }
    }

    private void read(Slice slice, List<Place> parts) throws SQLException {
        String numbers = ranges(parts.stream().map(place -> place.part().numbers())
                .sorted(Comparator.comparingLong(SpanBlocks.Numbers::first)).toList());
        for (String table : SpanTable.TABLES) {
            read(slice, table, numbers);
            keepFirst();
        }
        read += parts.stream().mapToLong(place -> place.part().spans()).sum();
    }

    /** Reads more and more rows, as those that SQL finds first may all not fit. */
    private void read(Slice slice, String table, String numbers) throws SQLException {
        String sql = "SELECT * FROM " + slice.catalog() + '.' + table + " WHERE " + numbers + " AND seq <= "
                + lastNumber + " AND start >= " + search.from() + " AND start < " + search.until() + " AND "
                + conditions.where() + " ORDER BY "
                + (search.slowestFirst() ? "duration DESC, start DESC" : "start DESC") + " LIMIT ";
        int before = found.size();
        for (long most = search.limit() + 1L;; most *= ROWS_GROWTH) {
            long rows = take(slice, sql + most, table.equals(SpanTable.ROOTS), before + search.limit());
            if (rows < most || found.size() - before > search.limit()) {
                return;
            }
            if (System.nanoTime() - deadline > 0) {
                isLate = true;
                return;
            }
            found.subList(before, found.size()).clear();
        }
    }

    /** {@return how many rows there were until more than so many spans were found, also those that do not fit} */
    private long take(Slice slice, String sql, boolean roots, int most) throws SQLException {
        return files.duck().read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                conditions.bind(statement);
                return take(slice, statement, roots, most);
            }
        });
    }

    private long take(Slice slice, PreparedStatement statement, boolean roots, int most) throws SQLException {
        long taken = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (found.size() <= most && rows.next()) {
                taken++;
                try {
                    Span span = SpanTable.read(rows, roots);
                    if (search.matches(span)) {
                        found.add(span.with(Map.of()));
                    }
                } catch (RuntimeException e) {
                    files.problems().unreadable(slice.name(), "span " + rows.getString(1), e);
                }
            }
        }
        return taken;
    }

    /** Numbers, sorted by their first, as few ranges, with one around them all that spares a look at the rest of a file. */
    static String ranges(List<SpanBlocks.Numbers> sorted) {
        List<SpanBlocks.Numbers> joined = new ArrayList<>();
        for (SpanBlocks.Numbers numbers : sorted) {
            if (!joined.isEmpty() && joined.getLast().last() + 1 >= numbers.first()) {
                joined.set(joined.size() - 1, new SpanBlocks.Numbers(joined.getLast().first(),
                        Math.max(joined.getLast().last(), numbers.last())));
            } else {
                joined.add(numbers);
            }
        }
        String around = "seq BETWEEN " + joined.getFirst().first() + " AND " + joined.getLast().last();
        return joined.size() == 1
                ? around
                : around + joined.stream()
                        .map(numbers -> "seq BETWEEN " + numbers.first() + " AND " + numbers.last())
                        .collect(Collectors.joining(" OR ", " AND (", ")"));
    }
}
