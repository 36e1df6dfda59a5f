// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges.join;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Pairs of a service's spans and the entries of the service's own proxy. Both are on one host and measure the same request, so
 * that of those that overlap the nearest in their begin belong together, each in one pair only. Two candidates whose distance
 * differs by less than the access log's millisecond are a tie, and make no pair.
 */
final class SameHostPairs {

    /** How far the readings of an agent and a proxy on one host may differ, in nanoseconds. */
    static final long CLOCKS = 25_000_000;

    /** The access log's resolution, in nanoseconds. */
    private static final long TIE = 1_000_000;

    private record Pair(CallSpan span, AccessLogEntry entry, long distance) {}

    private final Map<CallSpan, List<Pair>> bySpan = new IdentityHashMap<>();

    private final Map<AccessLogEntry, List<Pair>> byEntry = new IdentityHashMap<>();

    /** Spans and entries that are in a pair. */
    private final Set<Object> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Spans and entries that are in a tie. */
    private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private SameHostPairs() {
    }

    /**
     * Finds the pairs.
     *
     * @param spans spans of one trace
     * @param entries entries of one request
     * @param fits whether they can belong together, service and time apart
     * @return the span of each entry that has one
     */
    static Map<AccessLogEntry, CallSpan> of(List<CallSpan> spans, List<AccessLogEntry> entries,
            BiPredicate<CallSpan, AccessLogEntry> fits) {
        List<Pair> pairs = new ArrayList<>();
        for (AccessLogEntry entry : entries) {
            spans.stream().filter(span -> span.service().equals(entry.service()) && overlap(span, entry)
                    && fits.test(span, entry)).forEach(span -> pairs.add(
                            new Pair(span, entry,
                                    Math.abs(span.startNanos() - entry.startNanos()))));
        }
        pairs.sort(Comparator.comparingLong(Pair::distance));
        return new SameHostPairs().choose(pairs);
    }

    private static boolean overlap(CallSpan span, AccessLogEntry entry) {
        return span.startNanos() <= entry.endNanos() + CLOCKS && span.endNanos() >= entry.startNanos() - CLOCKS;
    }

    private Map<AccessLogEntry, CallSpan> choose(List<Pair> nearestFirst) {
        for (Pair pair : nearestFirst) {
            bySpan.computeIfAbsent(pair.span(), span -> new ArrayList<>()).add(pair);
            byEntry.computeIfAbsent(pair.entry(), entry -> new ArrayList<>()).add(pair);
        }
        Map<AccessLogEntry, CallSpan> chosen = new HashMap<>();
        for (Pair pair : nearestFirst) {
            if (taken(pair)) {
                continue;
            }
            if (tie(pair, byEntry.get(pair.entry())) || tie(pair, bySpan.get(pair.span()))) {
                open.add(pair.span());
                open.add(pair.entry());
            } else if (!open.contains(pair.span()) && !open.contains(pair.entry())) {
                chosen.put(pair.entry(), pair.span());
                taken.add(pair.span());
                taken.add(pair.entry());
            }
        }
        return chosen;
    }

    private boolean taken(Pair pair) {
        return taken.contains(pair.span()) || taken.contains(pair.entry());
    }

    private boolean tie(Pair pair, List<Pair> nearestFirst) {
        for (Pair other : nearestFirst) {
            if (other.distance() >= pair.distance() + TIE) {
                return false;
            }
            if (other != pair && other.distance() > pair.distance() - TIE && !taken(other)) {
                return true;
            }
        }
        return false;
    }
}
