// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges.join;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which entry of a caller's proxy an entry of a callee's proxy belongs to, within one request. They are on two hosts: where a
 * local root is known, its parent id decides, whatever the clocks say. Without one, it is the entry that was under way and
 * began nearest, unless another is as near.
 */
final class CallingEntries {

    /** Two readings of the access log's whole milliseconds, in nanoseconds. */
    private static final long TIE = 2_000_000;

    private final List<AccessLogEntry> outgoing;

    private final Map<AccessLogEntry, CallSpan> callers;

    private final Map<AccessLogEntry, CallSpan> receivers;

    private final Map<Long, CallSpan> calls;

    private final Map<CallSpan, AccessLogEntry> byCaller = new HashMap<>();

    /**
     * Prepares.
     *
     * @param spans the spans of the request's trace
     * @param outgoing entries of callers' proxies
     * @param callers the CLIENT span of each entry in {@code outgoing} that has one
     * @param receivers the local root of each entry of a callee's proxy that has one
     */
    CallingEntries(List<CallSpan> spans, List<AccessLogEntry> outgoing, Map<AccessLogEntry, CallSpan> callers,
            Map<AccessLogEntry, CallSpan> receivers) {
        this.outgoing = outgoing;
        this.callers = callers;
        this.receivers = receivers;
        this.calls = spans.stream().filter(span -> !span.received())
                .collect(Collectors.toMap(CallSpan::id, Function.identity(), (one, other) -> one));
        outgoing.stream().filter(callers::containsKey).forEach(entry -> byCaller.put(callers.get(entry), entry));
    }

    /** Whether two entries name the same call: from one service to another, under the same authority. */
    static boolean sameCall(AccessLogEntry outgoing, AccessLogEntry incoming) {
        return outgoing.authority().equals(incoming.authority()) && !outgoing.service().equals(incoming.service());
    }

    Map<AccessLogEntry, AccessLogEntry> of(List<AccessLogEntry> incoming) {
        Map<AccessLogEntry, AccessLogEntry> found = new HashMap<>();
        incoming.forEach(entry -> calling(entry).ifPresent(calling -> found.put(entry, calling)));
        return found;
    }

    private Optional<AccessLogEntry> calling(AccessLogEntry incoming) {
        List<AccessLogEntry> fit = outgoing.stream().filter(entry -> sameCall(entry, incoming)).toList();
        CallSpan root = receivers.get(incoming);
        CallSpan call = root == null ? null : calls.get(root.parent());
        if (call != null && byCaller.containsKey(call)) {
            return Optional.of(byCaller.get(call));
        }
        return root == null || root.parent() == 0
                ? nearest(incoming, fit)
                : nearest(incoming, fit.stream().filter(entry -> !callers.containsKey(entry)).toList());
    }

    private static Optional<AccessLogEntry> nearest(AccessLogEntry incoming, List<AccessLogEntry> fit) {
        List<AccessLogEntry> near = fit.stream().filter(entry -> underWay(entry, incoming))
                .sorted(Comparator.comparingLong(entry -> distance(entry, incoming))).limit(2).toList();
        boolean tie = near.size() == 2
                && distance(near.getLast(), incoming) - distance(near.getFirst(), incoming) < TIE;
        return tie ? Optional.empty() : near.stream().findFirst();
    }

    private static boolean underWay(AccessLogEntry entry, AccessLogEntry incoming) {
        return incoming.startNanos() >= entry.startNanos() - SameHostPairs.CLOCKS
                && incoming.startNanos() <= entry.endNanos() + SameHostPairs.CLOCKS;
    }

    private static long distance(AccessLogEntry one, AccessLogEntry other) {
        return Math.abs(one.startNanos() - other.startNanos());
    }
}
