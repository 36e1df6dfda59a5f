// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Small things that outlive a restart: the state of alarms, dashboards that came by the API, and histories. */
public final class StateStore {

    private record Entry(Instant at, String json) {}

    private final Map<String, Map<String, String>> values = new TreeMap<>();

    private final Map<String, List<Entry>> histories = new TreeMap<>();

    StateStore() {
    }

    /**
     * Keeps a value; one that was there before is replaced.
     *
     * @param kind what sort of thing it is
     * @param key which of them
     * @param json the value
     * @throws StoreException when all values together would be larger than 32 MiB
     */
    public synchronized void put(String kind, String key, String json) {
        values.computeIfAbsent(kind, name -> new TreeMap<>()).put(key, json);
    }

    /**
     * A value.
     *
     * @param kind what sort of thing it is
     * @param key which of them
     * @return the value, if there is one
     */
    public synchronized Optional<String> get(String kind, String key) {
        return Optional.ofNullable(values.getOrDefault(kind, Map.of()).get(key));
    }

    /**
     * All values of a sort.
     *
     * @param kind what sort of thing
     * @return the values by key, sorted
     */
    public synchronized Map<String, String> all(String kind) {
        return new TreeMap<>(values.getOrDefault(kind, Map.of()));
    }

    /**
     * Forgets a value, not its history.
     *
     * @param kind what sort of thing it is
     * @param key which of them
     */
    public synchronized void delete(String kind, String key) {
        values.getOrDefault(kind, Map.of()).remove(key);
    }

    /**
     * Adds to a history.
     *
     * @param kind what sort of thing it is about
     * @param key which of them
     * @param at when it happened
     * @param json what happened
     */
    public synchronized void append(String kind, String key, Instant at, String json) {
        histories.computeIfAbsent(kind + '\n' + key, name -> new ArrayList<>()).add(new Entry(at, json));
    }

    /**
     * Reads a history.
     *
     * @param kind what sort of thing it is about
     * @param key which of them
     * @param from first moment wanted
     * @param until first moment no longer wanted
     * @param limit how many entries at most
     * @return what happened, latest first
     */
    public synchronized List<String> history(String kind, String key, Instant from, Instant until, int limit) {
        return histories.getOrDefault(kind + '\n' + key, List.of()).reversed().stream()
                .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(until)).map(Entry::json)
                .limit(limit).toList();
    }
}
