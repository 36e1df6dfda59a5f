// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All log streams that are known. Whoever uses it holds the intake's lock. */
final class LogIndex {

    private final Map<String, Map<String, LogStream>> byGroup = new TreeMap<>();

    private final int limit;

    private int size;

    LogIndex(int limit) {
        this.limit = limit;
    }

    Collection<String> groups() {
        return byGroup.keySet();
    }

    Collection<LogStream> streams(String group) {
        return byGroup.getOrDefault(group, Map.of()).values();
    }

    Collection<LogStream> all() {
        return byGroup.values().stream().flatMap(streams -> streams.values().stream()).toList();
    }

    LogStream findOrAdd(String group, String name) {
        LogStream known = byGroup.getOrDefault(group, Map.of()).get(name);
        if (known != null) {
            return known;
        }
        requireRoom(size);
        LogStream stream = new LogStream(group, name);
        byGroup.computeIfAbsent(group, key -> new TreeMap<>()).put(name, stream);
        size++;
        return stream;
    }

    /** Refuses one more log stream where there are as many as are kept. */
    void requireRoom(int streams) {
        if (streams >= limit) {
            throw new StoreException("There are " + streams + " log streams, and no more than " + limit + " are kept");
        }
    }

    /** Forgets streams without events since a moment, in milliseconds. */
    void forgetBefore(long millis) {
        byGroup.values().forEach(streams -> streams.values()
                .removeIf(stream -> stream.last() < millis && stream.unwritten().isEmpty()));
        byGroup.values().removeIf(Map::isEmpty);
        size = byGroup.values().stream().mapToInt(Map::size).sum();
    }

    /** Forgets rows that are on disk by now. */
    void forgetWritten(List<Row> rows) {
        for (Row row : rows) {
            if (row instanceof LogRow log) {
                log.stream().unwritten().removeIf(Row::onDisk);
            }
        }
    }
}
