// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.util.List;
import java.util.Optional;

import io.highlands.local.edges.join.AccessLogEntry;
import io.highlands.local.span.TraceId;

/**
 * A request that failed.
 *
 * @param entry as the caller's proxy logged it
 * @param maker who made the response
 * @param sent whether the callee's process was sent the request; empty where nobody can tell
 * @param trace its trace; empty where none is known
 */
public record Failure(AccessLogEntry entry, Maker maker, Optional<Boolean> sent, Optional<TraceId> trace) {

    /**
     * Joins an entry with what the callee's proxies logged and with its spans.
     *
     * @param entry as the caller's proxy logged it
     * @param calleeLogs whether the callee's proxies keep an access log
     * @param requests the requests of the edge
     * @return what is known of it
     */
    static Failure of(AccessLogEntry entry, boolean calleeLogs, EdgeRequests requests) {
        Optional<List<AccessLogEntry>> attempts = calleeLogs ? requests.arrived(entry) : Optional.empty();
        return new Failure(entry, maker(entry, attempts), sent(entry, attempts, requests),
                requests.joined(entry).map(Joined::trace));
    }

    private static Maker maker(AccessLogEntry entry, Optional<List<AccessLogEntry>> attempts) {
        if (!entry.answered()) {
            return Maker.CALLER_PROXY;
        }
        if (attempts.isEmpty() || attempts.get().isEmpty()) {
            return Maker.CALLEE_SIDE;
        }
        return attempts.get().stream().anyMatch(seen -> seen.answered() && seen.status() == entry.status())
                ? Maker.CALLEE
                : Maker.CALLEE_PROXY;
    }

    /** An entry of the callee's proxy that was refused by the process says that it was never sent. */
    private static Optional<Boolean> sent(AccessLogEntry entry, Optional<List<AccessLogEntry>> attempts,
            EdgeRequests requests) {
        if (requests.served(entry) || attempts.filter(seen -> seen.stream()
                .anyMatch(one -> one.answered() || one.status() == 0 || one.status() == 504)).isPresent()) {
            return Optional.of(true);
        }
        return attempts.map(seen -> false);
    }
}
