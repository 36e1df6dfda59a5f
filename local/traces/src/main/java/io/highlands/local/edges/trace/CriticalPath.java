// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.highlands.local.span.SpanKind;

/**
 * What a trace waited for. From its end backwards: at each moment the row that ended last holds what is around it up, until
 * that row began; what no row below it explains is its own time. All own times together are the time of the first row.
 */
public final class CriticalPath {

    /** Time in clients, proxies and on the wire, which no service's own code spent. */
    public static final String BETWEEN = "";

    /**
     * A stretch of the path.
     *
     * @param from when it begins, in nanoseconds since 1970
     * @param until when it ends
     */
    public record Stretch(long from, long until) {}

    private record Part(int row, long from, long until) {}

    private final List<TraceRow> rows;

    private final Map<Integer, List<Integer>> below = new LinkedHashMap<>();

    private final Map<TraceRow, List<Stretch>> stretches = new IdentityHashMap<>();

    /**
     * Finds the path through the first row and all that is below it.
     *
     * @param rows the rows of a trace, at least one
     */
    public CriticalPath(List<TraceRow> rows) {
        this.rows = rows;
        Deque<Integer> above = new ArrayDeque<>();
        for (int i = 0; i < rows.size(); i++) {
            while (!above.isEmpty() && rows.get(above.peek()).depth() >= rows.get(i).depth()) {
                above.pop();
            }
            if (!above.isEmpty()) {
                below.computeIfAbsent(above.peek(), none -> new ArrayList<>()).add(i);
            }
            above.push(i);
        }
        Deque<Part> open = new ArrayDeque<>();
        open.push(new Part(0, rows.getFirst().startNanos(), rows.getFirst().endNanos()));
        while (!open.isEmpty()) {
            walk(open.pop(), open);
        }
    }

    private void walk(Part part, Deque<Part> open) {
        List<Integer> children = below.getOrDefault(part.row(), List.of()).stream()
                .sorted(Comparator.comparingLong((Integer child) -> rows.get(child).endNanos()).reversed()).toList();
        long cursor = part.until();
        for (int child : children) {
            long from = Math.max(part.from(), rows.get(child).startNanos());
            long until = Math.min(part.until(), rows.get(child).endNanos());
            if (until > cursor || from >= until) {
                continue;
            }
            own(part.row(), until, cursor);
            open.push(new Part(child, from, until));
            cursor = from;
        }
        own(part.row(), part.from(), cursor);
    }

    private void own(int row, long from, long until) {
        if (until > from) {
            stretches.computeIfAbsent(rows.get(row), none -> new ArrayList<>()).add(new Stretch(from, until));
        }
    }

    /** When a row was what the trace waited for. */
    public List<Stretch> stretches(TraceRow row) {
        return stretches.getOrDefault(row, List.of());
    }

    /** The time on the path by service, in nanoseconds, the longest first; that {@link #BETWEEN} services is one more. */
    public Map<String, Long> own() {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            long sum = stretches(rows.get(i)).stream().mapToLong(part -> part.until() - part.from()).sum();
            if (sum > 0) {
                sums.merge(between(i) ? BETWEEN : rows.get(i).service(), sum, Long::sum);
            }
        }
        return sums.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** A call's own time is what its target does not explain. */
    private boolean between(int row) {
        return switch (rows.get(row)) {
            case TraceRow.OfProxy proxy -> true;
            case TraceRow.OfSpan span -> span.span().kind() == SpanKind.CLIENT && below.containsKey(row);
        };
    }
}
