// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.highlands.local.span.Span;
import io.highlands.local.span.TraceId;

/** The traces that were taken in. */
public interface Traces {

    /**
     * One trace, whichever agents made its spans.
     *
     * @param id its id
     * @return its spans by start, none when nothing of it is known
     */
    List<Span> find(TraceId id);

    /**
     * Several traces, read together, which takes less than one by one.
     *
     * @param ids their ids
     * @param kept what is kept of each span as it is read, so that no more than that is in memory together
     * @return the spans of each by start; none of those of which nothing is known
     */
    Map<TraceId, List<Span>> findAll(List<TraceId> ids, UnaryOperator<Span> kept);

    /**
     * Requests that services received, each with the trace it belongs to. One trace is listed once, by its first local root
     * that fits.
     *
     * @param filter which
     * @return at most as many as the filter allows, in its order
     */
    List<TraceSummary> list(TraceFilter filter);

    /**
     * Traces of which one span fits conditions, whichever span it is. Each is listed once, by the first of its spans that fits:
     * the newest or the slowest.
     *
     * @param search which
     * @return at most as many as the search allows, in its order
     */
    TraceMatches search(TraceSearch search);

    /**
     * Spans in a window, for views that join them with something else.
     *
     * @param service whose spans
     * @param from the first moment in which they may begin
     * @param to the first moment in which they may no longer begin
     * @param limit how many at most; the newest are kept
     * @return local roots and CLIENT spans by start
     */
    List<Span> calls(String service, Instant from, Instant to, int limit);

    /**
     * Services that spans name.
     *
     * @param from since when
     * @return their names in order
     */
    List<String> services(Instant from);

    /**
     * How the intake fares since the start.
     *
     * @return the figures of this moment
     */
    TraceCounts counts();
}
