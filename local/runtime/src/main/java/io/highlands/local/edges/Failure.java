// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.span.TraceId;

/**
 * A request that failed.
 *
 * @param line as the caller's proxy logged it
 * @param maker who made the answer
 * @param sent whether the callee's process was sent the request; empty where nobody can tell
 * @param trace its trace; empty where none is known
 */
public record Failure(ProxyLine line, Maker maker, Optional<Boolean> sent, Optional<TraceId> trace) {

    /**
     * Joins a line with what the callee's proxy logged and with its spans.
     *
     * @param line as the caller's proxy logged it
     * @param arrived lines of the callee's proxies by request id; empty when they keep no access log
     * @param traces the spans of both ends
     * @return what is known of it
     */
    public static Failure of(ProxyLine line, Optional<Map<String, List<ProxyLine>>> arrived, EdgeTraces traces) {
        Optional<List<ProxyLine>> lines = arrived.filter(log -> !line.requestId().isEmpty())
                .map(log -> log.getOrDefault(line.requestId(), List.of()));
        return new Failure(line, maker(line, lines), sent(line, lines, traces),
                traces.join(line).map(Joined::trace));
    }

    private static Maker maker(ProxyLine line, Optional<List<ProxyLine>> lines) {
        if (!line.answered()) {
            return Maker.CALLER_PROXY;
        }
        if (lines.isEmpty() || lines.get().isEmpty()) {
            return Maker.CALLEE_SIDE;
        }
        return lines.get().stream().anyMatch(seen -> seen.answered() && seen.status() == line.status())
                ? Maker.CALLEE
                : Maker.CALLEE_PROXY;
    }

    /** A line of the callee's proxy that was refused by the process says that it was never sent. */
    private static Optional<Boolean> sent(ProxyLine line, Optional<List<ProxyLine>> lines, EdgeTraces traces) {
        if (traces.arrived(line.requestId()) || lines.filter(seen -> seen.stream()
                .anyMatch(one -> one.answered() || one.status() == 0 || one.status() == 504)).isPresent()) {
            return Optional.of(true);
        }
        return lines.map(seen -> false);
    }
}
