// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.util.Optional;

import io.highlands.local.span.TraceId;

/**
 * One of the slowest requests of an edge.
 *
 * @param line as the caller's proxy logged it
 * @param trace its trace; empty where none is known
 * @param split where its time went; empty where the callee's spans are not known
 */
public record Slow(ProxyLine line, Optional<TraceId> trace, Optional<Split> split) {

    /**
     * Joins a line with its spans.
     *
     * @param line as the caller's proxy logged it
     * @param traces the spans of both ends
     * @return what is known of it
     */
    public static Slow of(ProxyLine line, EdgeTraces traces) {
        Optional<Joined> joined = traces.join(line);
        return new Slow(line, joined.map(Joined::trace),
                joined.filter(known -> !known.attempts().isEmpty()).map(known -> Split.of(line, known)));
    }
}
