// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.util.Optional;

import io.highlands.local.edges.join.AccessLogEntry;
import io.highlands.local.span.TraceId;

/**
 * One of the slowest requests of an edge.
 *
 * @param entry as the caller's proxy logged it
 * @param trace its trace; empty where none is known
 * @param split where its time went; empty where the callee's spans are not known
 */
public record Slow(AccessLogEntry entry, Optional<TraceId> trace, Optional<Split> split) {

    static Slow of(AccessLogEntry entry, EdgeRequests requests) {
        Optional<Joined> joined = requests.joined(entry);
        return new Slow(entry, joined.map(Joined::trace),
                joined.filter(known -> !known.attempts().isEmpty()).map(known -> Split.of(entry, known)));
    }
}
