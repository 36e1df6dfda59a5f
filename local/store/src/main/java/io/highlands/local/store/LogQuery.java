// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which events of a log group to read.
 *
 * @param group the log group
 * @param from first moment wanted
 * @param until first moment no longer wanted
 * @param streams names of the streams wanted; none means all
 * @param contains a piece of text that the message holds, in this very spelling; found by the database, so that a search
 *        for something rare stays fast
 * @param after the last event of the page before; those that come after it in the order of reading follow
 * @param limit how many events at most
 * @param newestFirst whether the latest event comes first
 */
public record LogQuery(String group, Instant from, Instant until, Set<String> streams, Optional<String> contains,
        Optional<LogEvent> after, int limit, boolean newestFirst) {

    /** Keeps a copy of the streams. */
    public LogQuery {
        streams = Set.copyOf(streams);
    }

    /**
     * All events of a group, oldest first, at most 10,000.
     *
     * @param group the log group
     * @param from first moment wanted
     * @param until first moment no longer wanted
     * @return the query
     */
    public static LogQuery of(String group, Instant from, Instant until) {
        return new LogQuery(group, from, until, Set.of(), Optional.empty(), Optional.empty(), 10_000, false);
    }

    /**
     * The same query of some streams only.
     *
     * @param names the streams; none means all
     * @return the query
     */
    public LogQuery inStreams(Set<String> names) {
        return new LogQuery(group, from, until, names, contains, after, limit, newestFirst);
    }

    /**
     * The same query of events that hold a piece of text.
     *
     * @param text the text
     * @return the query
     */
    public LogQuery containing(String text) {
        return new LogQuery(group, from, until, streams, Optional.of(text), after, limit, newestFirst);
    }

    /**
     * The same query, going on where another ended.
     *
     * @param event the last event of the page before
     * @return the query
     */
    public LogQuery after(LogEvent event) {
        return new LogQuery(group, from, until, streams, contains, Optional.of(event), limit, newestFirst);
    }

    /**
     * The same query with another limit.
     *
     * @param events how many events at most
     * @return the query
     */
    public LogQuery atMost(int events) {
        return new LogQuery(group, from, until, streams, contains, after, events, newestFirst);
    }

    /**
     * The same query, latest event first.
     *
     * @return the query
     */
    public LogQuery backwards() {
        return new LogQuery(group, from, until, streams, contains, after, limit, true);
    }
}
