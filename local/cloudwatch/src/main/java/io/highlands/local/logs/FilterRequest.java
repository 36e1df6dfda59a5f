// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import java.time.Instant;
import java.util.List;

/**
 * What FilterLogEvents asks for.
 *
 * @param group the log group
 * @param streams names of the streams; all where none is named
 * @param streamPrefix how the streams' names begin; empty for all
 * @param from first moment wanted
 * @param until first moment no longer wanted
 * @param pattern a filter pattern; empty matches all
 * @param limit most events on a page, 1 to 10,000
 * @param newestFirst whether the newest come first, as the console wants them; AWS gives the oldest first
 * @param token where the page before ended; empty for the first
 */
public record FilterRequest(String group, List<String> streams, String streamPrefix, Instant from, Instant until,
        String pattern, int limit, boolean newestFirst, String token) {

    /** Most events on one page (API_FilterLogEvents). */
    public static final int MAX_LIMIT = 10_000;

    /**
     * All events of a group in a stretch of time that match a pattern.
     *
     * @param group the log group
     * @param from first moment wanted
     * @param until first moment no longer wanted
     * @param pattern a filter pattern; empty matches all
     * @return the request for the first page
     */
    public static FilterRequest of(String group, Instant from, Instant until, String pattern) {
        return new FilterRequest(group, List.of(), "", from, until, pattern, MAX_LIMIT, false, "");
    }

    /**
     * The same with another page size.
     *
     * @param events most events on a page
     * @return the new request
     */
    public FilterRequest limitedTo(int events) {
        return new FilterRequest(group, streams, streamPrefix, from, until, pattern, events, newestFirst, token);
    }

    /**
     * The same, newest events first.
     *
     * @return the new request
     */
    public FilterRequest newest() {
        return new FilterRequest(group, streams, streamPrefix, from, until, pattern, limit, true, token);
    }

    /**
     * The page after.
     *
     * @param next the token that the page before gave
     * @return the new request
     */
    public FilterRequest after(String next) {
        return new FilterRequest(group, streams, streamPrefix, from, until, pattern, limit, newestFirst, next);
    }
}
