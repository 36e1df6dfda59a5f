// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.time.Duration;
import java.util.List;

/**
 * What a search of traces found: the response to {@code GET /traces/search}.
 *
 * @param from when the spans began at the earliest that the search looked at, RFC 3339: later than was asked for where it
 *            ended early
 * @param to when they began at the latest
 * @param isComplete whether all of the time that was asked for was looked at
 * @param limit how many traces are given back at most; there may be more where there are as many
 * @param traces the traces, newest first, each with the newest of its spans that fits as its root
 */
public record FoundTraces(String from, String to, boolean isComplete, int limit, List<TraceEntry> traces) {

    /** How long ago the spans may have begun at most. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** Keeps the traces as they are now. */
    public FoundTraces {
        traces = List.copyOf(traces);
    }
}
