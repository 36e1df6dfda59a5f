// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Writes and reads log events, and keeps their groups. */
public final class LogStore {

    private static final String CREATED = "log-group-created";

    private static final String STREAM_CREATED = "log-stream-created";

    /** Stands in no name of a group or stream. */
    private static final char BETWEEN = ':';

    private static final String RETENTION = "log-group-retention";

    private final Intake intake;

    private final LogIndex index;

    private final StateStore states;

    private final Opening opening;

    private final Clock clock;

    LogStore(Memory memory, Opening opening, Clock clock) {
        this.intake = memory.intake();
        this.index = memory.logs();
        this.states = memory.states();
        this.opening = opening;
        this.clock = clock;
    }

    /**
     * Names a log group, or changes its retention.
     *
     * @param group its name
     * @param retentionDays how long its events can be read, in days; empty means as long as the store keeps them
     */
    public void createGroup(String group, OptionalInt retentionDays) {
        states.putFirst(CREATED, group, Long.toString(clock.millis()));
        if (retentionDays.isPresent()) {
            states.put(RETENTION, group, Integer.toString(retentionDays.getAsInt()));
        } else {
            states.delete(RETENTION, group);
        }
    }

    /**
     * All log groups: those named, and those that events were put into.
     *
     * @return the groups by name
     */
    public List<LogGroup> groups() {
        Map<String, LogGroup> groups = new TreeMap<>();
        states.all(CREATED).forEach((name, millis) -> groups.put(name,
                new LogGroup(name, created(name, millis), retention(name))));
        synchronized (intake) {
            for (String name : index.groups()) {
                groups.computeIfAbsent(name,
                        key -> new LogGroup(key, index.streams(key).iterator().next().info().created(),
                                OptionalInt.empty()));
            }
        }
        return List.copyOf(groups.values());
    }

    /**
     * Names a log stream before it has an event.
     *
     * @param group its log group
     * @param stream its name
     * @throws StoreException when there would be too many log streams
     */
    public void createStream(String group, String stream) {
        synchronized (intake) {
            index.requireRoom(states.all(STREAM_CREATED).size());
        }
        states.putFirst(STREAM_CREATED, group + BETWEEN + stream, Long.toString(clock.millis()));
    }

    /**
     * The streams of a log group: those named, and those that events were put into.
     *
     * @param group its name
     * @return the streams by name, none for an unknown group
     */
    public List<LogStreamInfo> streams(String group) {
        opening.await();
        Map<String, LogStreamInfo> streams = new TreeMap<>();
        states.all(STREAM_CREATED).forEach((key, millis) -> {
            int end = key.indexOf(BETWEEN);
            if (key.substring(0, end).equals(group)) {
                String name = key.substring(end + 1);
                streams.put(name, new LogStreamInfo(name, Instant.ofEpochMilli(Long.parseLong(millis)),
                        Optional.empty()));
            }
        });
        synchronized (intake) {
            index.streams(group).stream().map(LogStream::info).forEach(info -> streams.merge(info.name(), info,
                    (named, speaking) -> new LogStreamInfo(named.name(), named.created(), speaking.events())));
        }
        return List.copyOf(streams.values());
    }

    /**
     * Takes events. They can be read at once, and are on disk within a second.
     *
     * @param group the log group, made when it is new
     * @param stream the log stream, made when it is new
     * @param batch the events
     * @return false when nothing of the batch was taken, because the store is behind with writing: the caller may try again
     * @throws StoreException when there would be too many log streams; nothing of the batch was taken
     */
    public boolean put(String group, String stream, List<NewLogEvent> batch) {
        if (batch.isEmpty()) {
            return true;
        }
        long now = clock.millis();
        synchronized (intake) {
            long weight = batch.stream().mapToLong(event -> 1 + event.message().length() / 64).sum();
            if (!intake.hasRoom(Lane.SIGNALS, weight, batch.size())) {
                return false;
            }
            LogStream target = index.findOrAdd(group, stream);
            List<LogRow> rows = new ArrayList<>(batch.size());
            for (NewLogEvent event : batch) {
                long millis = event.time().toEpochMilli();
                target.seen(millis, millis, now);
                rows.add(new LogRow(target, millis, now, event.message()));
            }
            intake.add(rows);
            target.unwritten().addAll(rows);
        }
        return true;
    }

    /**
     * Reads events in order of time and, within a millisecond, of arrival.
     *
     * @param query which events
     * @param filter what they are like beyond that
     * @return at most as many as the query allows; fewer, but not none, where their messages would take too much memory, so
     *         that only a reading without events is the last
     */
    public List<LogEvent> read(LogQuery query, Predicate<LogEvent> filter) {
        opening.await();
        LogRead read = new LogRead(query, retained(query), filter,
                opening.files().map(OpenFiles::base).orElse(0L));
        synchronized (intake) {
            index.streams(query.group()).forEach(read::include);
            read.remember(intake.flushed());
        }
        read.fromMemory();
        opening.files().ifPresent(read::fromFiles);
        return read.end();
    }

    /** The first millisecond that the query and the group's retention allow. */
    private long retained(LogQuery query) {
        long wanted = query.from().isBefore(Instant.EPOCH) ? 0 : query.from().toEpochMilli();
        OptionalInt days = retention(query.group());
        return days.isPresent() ? Math.max(wanted, clock.millis() - days.getAsInt() * 86_400_000L) : wanted;
    }

    private OptionalInt retention(String group) {
        return states.get(RETENTION, group).map(days -> retention(group, days)).orElse(OptionalInt.empty());
    }

    private OptionalInt retention(String group, String days) {
        try {
            return OptionalInt.of(Integer.parseInt(days));
        } catch (NumberFormatException e) {
            states.unreadable(RETENTION, group);
            return OptionalInt.empty();
        }
    }

    private Instant created(String group, String millis) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(millis));
        } catch (NumberFormatException e) {
            states.unreadable(CREATED, group);
            return Instant.EPOCH;
        }
    }
}
