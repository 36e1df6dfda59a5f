// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges.join;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.highlands.local.span.TraceId;

/**
 * Where a trace meets the mesh's access log. A request passes the caller's CLIENT span, the caller's proxy, the callee's
 * proxy and the callee's local root, in this order. An access log has neither trace id nor span id, so that these rules join
 * it with spans. They are the only ones: the page of a trace and the view of an edge both use them.
 * <ol>
 * <li>An entry belongs to the trace in which a local root of its service has its request id. All services pass the id on, so
 * that without such a root another service's tells the trace. An id that is in two traces joins nothing.</li>
 * <li>Between a service's own span and its own proxy, which run on one host and share a clock, the called name and nearness in
 * time decide ({@link SameHostPairs}): the innermost CLIENT span and the entry of the caller's proxy, the local root and the
 * entry of the callee's proxy.</li>
 * <li>Between two hosts a span's parent id decides, never a clock: the callee's local root is the child of the caller's CLIENT
 * span. Several such roots are attempts of one request (retries).</li>
 * <li>Where no span decides, an entry of the callee's proxy belongs to the entry of a caller's proxy with its request id and
 * its authority that was under way, by clocks that may differ by 25 ms; of several to the nearest ({@link CallingEntries}).</li>
 * <li>What two rules or two candidates leave open is unknown, and is not joined.</li>
 * </ol>
 */
public final class AccessLogJoin {

    private final Map<TraceId, List<CallSpan>> spans = new HashMap<>();

    private final Map<String, Map<String, Set<TraceId>>> traces = new HashMap<>();

    private final Map<AccessLogEntry, CallSpan> callers = new HashMap<>();

    private final Map<AccessLogEntry, CallSpan> receivers = new HashMap<>();

    private final Map<AccessLogEntry, AccessLogEntry> calling = new HashMap<>();

    private final Map<String, List<AccessLogEntry>> received = new HashMap<>();

    private final Set<AccessLogEntry> known;

    /**
     * Finds each span's entry by the request id that both carry.
     *
     * @param spans CLIENT spans and local roots of any traces
     * @param entries all entries, of the services in question, that have the request ids in question; an entry without a
     *            request id is not joined
     */
    public AccessLogJoin(Collection<CallSpan> spans, Collection<AccessLogEntry> entries) {
        Set<String> ids = entries.stream().map(AccessLogEntry::requestId).filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        Set<TraceId> wanted = new HashSet<>();
        spans.stream().filter(span -> span.received() && ids.contains(span.requestId())).forEach(span -> {
            wanted.add(span.trace());
            traces.computeIfAbsent(span.requestId(), id -> new HashMap<>())
                    .computeIfAbsent(span.service(), service -> new HashSet<>()).add(span.trace());
        });
        spans.stream().filter(span -> wanted.contains(span.trace())).distinct()
                .forEach(span -> this.spans.computeIfAbsent(span.trace(), trace -> new ArrayList<>()).add(span));
        known = Set.copyOf(entries);
        entries.stream().filter(entry -> !entry.requestId().isEmpty())
                .collect(Collectors.groupingBy(AccessLogEntry::requestId, LinkedHashMap::new, Collectors.toList()))
                .forEach(this::request);
    }

    private void request(String id, List<AccessLogEntry> entries) {
        List<CallSpan> all = traces.getOrDefault(id, Map.of()).values().stream().flatMap(Set::stream).distinct()
                .flatMap(trace -> spans.get(trace).stream())
                .filter(span -> trace(id, span.service()).equals(Optional.of(span.trace()))).toList();
        List<AccessLogEntry> out = entries.stream().filter(AccessLogEntry::outgoing).toList();
        List<AccessLogEntry> in = entries.stream().filter(entry -> !entry.outgoing()).toList();
        Set<Long> around = all.stream().filter(span -> !span.received()).map(CallSpan::parent)
                .collect(Collectors.toSet());
        callers.putAll(SameHostPairs.of(all.stream().filter(span -> !span.received() && !around.contains(span.id()))
                .toList(), out, AccessLogJoin::called));
        receivers.putAll(SameHostPairs.of(all.stream().filter(CallSpan::received).toList(), in,
                (span, entry) -> span.requestId().isEmpty() || span.requestId().equals(id)));
        calling.putAll(new CallingEntries(all, out, callers, receivers).of(in));
        received.put(id, in);
    }

    private Optional<TraceId> trace(String requestId, String service) {
        Map<String, Set<TraceId>> byService = traces.getOrDefault(requestId, Map.of());
        Set<TraceId> found = byService.containsKey(service)
                ? byService.get(service)
                : byService.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static boolean called(CallSpan span, AccessLogEntry entry) {
        return span.peer().isEmpty() || AccessLogEntry.host(span.peer()).equals(entry.host());
    }

    /**
     * The trace of a request.
     *
     * @param entry an entry of any proxy
     * @return its trace; empty when none or more than one has its request id
     */
    public Optional<TraceId> trace(AccessLogEntry entry) {
        return trace(entry.requestId(), entry.service());
    }

    /**
     * The CLIENT span that made a request.
     *
     * @param outgoing an entry of the caller's proxy
     * @return the span; empty when it is unknown
     */
    public Optional<CallSpan> caller(AccessLogEntry outgoing) {
        return Optional.ofNullable(callers.get(outgoing));
    }

    /**
     * The local root of a request in the service that received it.
     *
     * @param incoming an entry of the callee's proxy
     * @return the span; empty when it is unknown
     */
    public Optional<CallSpan> receiver(AccessLogEntry incoming) {
        return Optional.ofNullable(receivers.get(incoming));
    }

    /**
     * The entry of the caller's proxy for a request that a service received.
     *
     * @param incoming an entry of the callee's proxy
     * @return the entry; empty when it is unknown
     */
    public Optional<AccessLogEntry> calling(AccessLogEntry incoming) {
        return Optional.ofNullable(calling.get(incoming));
    }

    /**
     * The attempts of a request that reached the callee's proxies.
     *
     * @param outgoing an entry of the caller's proxy
     * @return an entry for each attempt, none when no attempt is logged; empty when an entry could be of this or of another
     *         request
     */
    public Optional<List<AccessLogEntry>> attempts(AccessLogEntry outgoing) {
        if (!known.contains(outgoing) || outgoing.requestId().isEmpty()) {
            return Optional.empty();
        }
        List<AccessLogEntry> same = received.getOrDefault(outgoing.requestId(), List.of()).stream()
                .filter(entry -> CallingEntries.sameCall(outgoing, entry)).toList();
        return same.stream().allMatch(calling::containsKey)
                ? Optional.of(same.stream().filter(entry -> outgoing.equals(calling.get(entry))).toList())
                : Optional.empty();
    }

    /**
     * The local roots of a request in the callee.
     *
     * @param outgoing an entry of the caller's proxy
     * @param callee the service that was called
     * @return a local root for each attempt that reached the callee's process, none when no span is known; empty when a root
     *         could be of this or of another request
     */
    public Optional<List<CallSpan>> roots(AccessLogEntry outgoing, String callee) {
        List<CallSpan> all = trace(outgoing).map(spans::get).orElse(List.of());
        List<CallSpan> roots = all.stream().filter(span -> span.received() && span.service().equals(callee)).toList();
        CallSpan caller = callers.get(outgoing);
        if (caller != null) {
            return Optional.of(roots.stream().filter(root -> root.parent() == caller.id()).toList());
        }
        if (all.stream().anyMatch(span -> !span.received() && span.service().equals(outgoing.service())
                && called(span, outgoing))) {
            return Optional.empty();
        }
        Set<Long> calls = all.stream().filter(span -> !span.received()).map(CallSpan::id).collect(Collectors.toSet());
        List<CallSpan> orphans = roots.stream().filter(root -> root.requestId().equals(outgoing.requestId())
                && root.parent() != 0 && !calls.contains(root.parent())).toList();
        return orphans.stream().map(CallSpan::parent).distinct().count() > 1
                ? Optional.empty()
                : Optional.of(orphans);
    }
}
