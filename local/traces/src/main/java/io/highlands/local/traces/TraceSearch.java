// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.highlands.local.store.SpanCondition;

/**
 * Which traces to search: those of which one span fits all conditions.
 *
 * @param from the first moment in which the span may begin
 * @param to the first moment in which it may no longer begin
 * @param conditions which the span fits
 * @param order which come first
 * @param limit how many traces at most, 1 to 1000
 * @param timeout after how long no more is read
 */
public record TraceSearch(Instant from, Instant to, List<SpanCondition> conditions, TraceFilter.Order order, int limit,
        Duration timeout) {

    /** After how long a person no longer waits. */
    public static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** How many spans that fit are looked at, at most, to find enough traces. */
    public static final int MAX_SPANS = 20_000;

    /** Keeps the conditions as they are now. */
    public TraceSearch {
        conditions = List.copyOf(conditions);
    }
}
