// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which local roots a list shows. Every condition that is given must hold.
 *
 * @param from the first moment in which they may begin
 * @param to the first moment in which they may no longer begin
 * @param service service.name
 * @param route http.route
 * @param failed only those that failed, or only those that did not
 * @param httpStatus http.response.status_code
 * @param atLeast how long they took at least
 * @param text what name, route, error, request id or trace id contain, or the name of another span of the trace, in any case
 * @param entryOnly only the first span of each trace, not every service's local root
 * @param order which come first
 * @param limit how many at most, 1 to 1000
 */
public record TraceFilter(Instant from, Instant to, Optional<String> service, Optional<String> route,
        Optional<Boolean> failed, Optional<Integer> httpStatus, Duration atLeast, Optional<String> text,
        boolean entryOnly, Order order, int limit) {

    /** Which come first. */
    public enum Order {
        NEWEST, SLOWEST
    }

    /**
     * All traces of a window, the newest first.
     *
     * @param from the first moment
     * @param to the first moment after it
     * @param limit how many at most
     * @return the filter
     */
    public static TraceFilter newest(Instant from, Instant to, int limit) {
        return new TraceFilter(from, to, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Duration.ZERO, Optional.empty(), true, Order.NEWEST, limit);
    }
}
