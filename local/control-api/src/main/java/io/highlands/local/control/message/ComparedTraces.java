// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.util.List;

/**
 * What selected traces have in common that others do not have: the response to {@code GET /traces/compare}.
 *
 * @param from since when all that began were compared, RFC 3339: where {@code isComplete} is false, when the earliest span began
 *            that was compared, or later where the search had no time for others that began since
 * @param to when they began at the latest
 * @param isComplete whether all of the time that was asked for was looked at; not where more traces were found than are compared,
 *            but for those with too many spans
 * @param unread how many traces were found and not compared, because they have more than 2,000 spans, came after the first 20,000
 *            spans or 24 MiB of attributes, or time was over
 * @param selection which traces are selected: {@code failed}, {@code slow}, or terms such as {@code duration>200ms}
 * @param selected how many are selected
 * @param others how many are not
 * @param attributes what a larger share of the selected has, by more than chance; those first that are furthest apart
 * @param durations how long the spans took that count, in buckets from the shortest
 * @param groups traces by route, HTTP status and type of error, the largest first
 */
public record ComparedTraces(String from, String to, boolean isComplete, int unread, String selection, int selected,
        int others, List<CommonAttribute> attributes, List<DurationCount> durations, List<GroupedTraces> groups) {

    /** Keeps the lists as they are now. */
    public ComparedTraces {
        attributes = List.copyOf(attributes);
        durations = List.copyOf(durations);
        groups = List.copyOf(groups);
    }

    /**
     * An attribute that more of the selected traces have.
     *
     * @param key OpenTelemetry's name
     * @param value its value
     * @param selected how many of the selected traces have it, on any span
     * @param others how many of the others
     */
    public record CommonAttribute(String key, String value, int selected, int others) {}

    /**
     * How many traces took about as long.
     *
     * @param fromNanos the shortest duration, in nanoseconds
     * @param untilNanos the first duration that is too long
     * @param traces how many
     * @param failed how many of them failed
     */
    public record DurationCount(long fromNanos, long untilNanos, int traces, int failed) {}

    /**
     * Traces that have something in common.
     *
     * @param by {@code route}, {@code status} or {@code error.type}
     * @param terms what a search finds them by
     * @param traces how many
     * @param failed how many of them failed
     * @param p50Nanos how long half of them took at most, in nanoseconds
     * @param p95Nanos how long 95 of 100 took at most
     */
    public record GroupedTraces(String by, List<String> terms, int traces, int failed, long p50Nanos, long p95Nanos) {

        /** Keeps the terms as they are now. */
        public GroupedTraces {
            terms = List.copyOf(terms);
        }
    }
}
