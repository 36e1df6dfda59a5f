// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.highlands.local.edges.join.CallSpan;
import io.highlands.local.span.Span;
import io.highlands.local.traces.Traces;

/**
 * The spans of a service in a window, the newest first read. Where there are more than can be looked at, the window begins
 * later, and everything else is read of that window too.
 *
 * @param from when it begins
 * @param spans the spans in it
 */
public record SpanWindow(Instant from, List<CallSpan> spans) {

    /** How many spans of one service are looked at: about 5 MiB while the page is made. */
    public static final int MAX = 30_000;

    private static final int AT_ONCE = 3_000;

    private static final long NANOS = 1_000_000_000;

    static SpanWindow read(Traces traces, String service, Instant from, Instant until) {
        List<CallSpan> found = new ArrayList<>();
        Instant end = until;
        while (found.size() < MAX) {
            List<Span> some = traces.calls(service, from, end, AT_ONCE);
            some.stream().filter(CallSpan::isCall).forEach(span -> found.add(CallSpan.of(span)));
            if (some.size() < AT_ONCE) {
                return new SpanWindow(from, found);
            }
            long oldest = Collections.min(some.stream().map(Span::startNanos).toList());
            end = Instant.ofEpochSecond(Math.floorDiv(oldest, NANOS), Math.floorMod(oldest, NANOS));
        }
        return new SpanWindow(end, found);
    }
}
