// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps alarms as long as the test runs. A service that is made with the same instance finds what the one before kept. */
public final class InMemoryAlarms implements AlarmMemory {

    private final Map<String, String> kept = new TreeMap<>();
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Instant at, String json) {}

    @Override
    public synchronized Map<String, String> alarms() {
        return new TreeMap<>(kept);
    }

    @Override
    public synchronized void keep(String name, String json) {
        kept.put(name, json);
    }

    @Override
    public synchronized void forget(String name) {
        kept.remove(name);
    }

    @Override
    public synchronized void happened(Instant at, String json) {
        entries.add(new Entry(at, json));
    }

    @Override
    public synchronized List<String> history(Instant from, Instant until, int limit) {
        return entries.reversed().stream().filter(entry -> !entry.at().isBefore(from) && !entry.at().isAfter(until))
                .limit(limit).map(Entry::json).toList();
    }
}
