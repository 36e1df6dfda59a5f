// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.log;

import java.time.Instant;
import java.util.List;

import io.highlands.local.logs.insights.QueryAnswer;
import io.highlands.local.store.LogEvent;
import io.highlands.local.store.LogGroup;

/** Where lines come from. */
public interface LogSource {

    /**
     * The log groups.
     *
     * @return all of them, sorted by name
     */
    List<LogGroup> groups();

    /**
     * Lines of one group.
     *
     * @param group its name
     * @param from the earliest moment, inclusive
     * @param until the latest, exclusive
     * @param pattern a filter pattern as FilterLogEvents takes it; empty for all lines
     * @param limit how many at most
     * @return the newest that match, newest first
     */
    List<LogEvent> lines(String group, Instant from, Instant until, String pattern, int limit);

    /**
     * Runs a Logs Insights query.
     *
     * @param groups where it looks
     * @param from the earliest moment, inclusive
     * @param until the latest, exclusive
     * @param query the query
     * @return its answer
     */
    QueryAnswer query(List<String> groups, Instant from, Instant until, String query);
}
