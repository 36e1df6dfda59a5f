// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import io.highlands.local.span.Span;

/**
 * A search of spans by what they have, local roots or not.
 *
 * @param from when they may begin first, in nanoseconds since 1970
 * @param until when they may no longer begin
 * @param conditions which must all hold for the same span
 * @param slowestFirst whether the slowest come first, not the newest
 * @param limit how many at most
 * @param timeout after how long no further spans are read
 */
public record SpanSearch(long from, long until, List<SpanCondition> conditions, boolean slowestFirst, int limit,
        Duration timeout) {

    /** How many spans are read at most; those that the filters leave out do not count. */
    static final long MAX_SPANS = 20_000_000;

    /** Keeps the conditions as they are now. */
    public SpanSearch {
        conditions = List.copyOf(conditions);
    }

    boolean matches(Span span) {
        return span.startNanos() >= from && span.startNanos() < until
                && conditions.stream().allMatch(condition -> condition.matches(span));
    }

    /** By what spans are ordered, the highest first. */
    long rank(Span span) {
        return slowestFirst ? span.durationNanos() : span.startNanos();
    }

    /** What no span of a block is above. */
    long rank(SpanBlocks.Part part) {
        return slowestFirst ? part.longest() : part.latest();
    }

    Comparator<Span> order() {
        return Comparator.<Span>comparingLong(this::rank).thenComparingLong(Span::startNanos).reversed();
    }
}
