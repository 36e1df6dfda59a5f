// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import io.highlands.local.store.StateChange.Appended;
import io.highlands.local.store.StateChange.Deleted;
import io.highlands.local.store.StateChange.Kept;

/**
 * Small things that outlive a restart: the state of alarms, dashboards that came by the API, and histories. Values are in
 * memory as well; changes are on disk within a second.
 */
public final class StateStore {

    /** What all values together may hold: 16 Mi characters. */
    private static final long MAX_CHARACTERS = 16L << 20;

    private final Opening opening;

    private final Problems problems;

    private final Map<String, Map<String, String>> values = new TreeMap<>();

    private final List<StateChange> changes = new ArrayList<>();

    /** What was put or deleted before the files were open; what they say of it is out of date. */
    private final Set<List<String>> early = new HashSet<>();

    private boolean loaded;

    private long characters;

    private long sequence;

    StateStore(Opening opening, Problems problems) {
        this.opening = opening;
        this.problems = problems;
    }

    /**
     * Keeps a value; one that was there before is replaced.
     *
     * @param kind what sort of thing it is
     * @param key which of them
     * @param json the value
     * @throws StoreException when all values together would be larger than 16 Mi characters
     */
    public synchronized void put(String kind, String key, String json) {
        if (characters + json.length() > MAX_CHARACTERS) {
            throw new StoreException("No room for " + json.length() + " characters of " + kind + " '" + key
                    + "': all state together has at most " + MAX_CHARACTERS);
        }
        set(kind, key, json);
        if (!loaded) {
            early.add(List.of(kind, key));
        }
        changes.add(new Kept(kind, key, json));
    }

    /** Keeps a value unless there is one already, in the files too. */
    synchronized void putFirst(String kind, String key, String json) {
        if (!values.getOrDefault(kind, Map.of()).containsKey(key)) {
            set(kind, key, json);
            changes.add(new Kept(kind, key, json));
        }
    }

    private void set(String kind, String key, String json) {
        String before = values.computeIfAbsent(kind, name -> new TreeMap<>()).put(key, json);
        characters += json.length() - (before == null ? 0 : before.length());
    }

    /**
     * A value.
     *
     * @param kind what sort of thing it is
     * @param key which of them
     * @return the value, if there is one
     */
    public Optional<String> get(String kind, String key) {
        opening.await();
        synchronized (this) {
            return Optional.ofNullable(values.getOrDefault(kind, Map.of()).get(key));
        }
    }

    /**
     * All values of a sort.
     *
     * @param kind what sort of thing
     * @return the values by key, sorted
     */
    public Map<String, String> all(String kind) {
        opening.await();
        synchronized (this) {
            return new TreeMap<>(values.getOrDefault(kind, Map.of()));
        }
    }

    /**
     * Tells that a value cannot be read, by whoever knows what it should be; it is left out, and the rest goes on.
     *
     * @param kind what sort of thing it is
     * @param key which of them
     */
    public void unreadable(String kind, String key) {
        String what = kind + " '" + key + "'";
        problems.unreadableOnce(StateFile.NAME, what, what + " is not as it was written");
    }

    /**
     * Forgets a value, not its history.
     *
     * @param kind what sort of thing it is
     * @param key which of them
     */
    public synchronized void delete(String kind, String key) {
        String before = values.getOrDefault(kind, new TreeMap<>()).remove(key);
        characters -= before == null ? 0 : before.length();
        if (!loaded) {
            early.add(List.of(kind, key));
        }
        if (before != null || !loaded) {
            changes.add(new Deleted(kind, key));
        }
    }

    /**
     * Adds to a history.
     *
     * @param kind what sort of thing it is about
     * @param key which of them
     * @param at when it happened, kept to the millisecond
     * @param json what happened
     */
    public synchronized void append(String kind, String key, Instant at, String json) {
        changes.add(new Appended(kind, key, at.toEpochMilli(), ++sequence, json));
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
    public List<String> history(String kind, String key, Instant from, Instant until, int limit) {
        opening.await();
        synchronized (this) {
            List<Appended> entries = new ArrayList<>();
            changes.forEach(change -> {
                if (change instanceof Appended entry && entry.isOf(kind, key) && entry.isIn(from, until)) {
                    entries.add(entry);
                }
            });
            opening.files().ifPresent(
                    files -> entries.addAll(files.state().history(kind, key, from, until, limit)));
            return entries.stream()
                    .sorted(Comparator.comparingLong(Appended::at).thenComparing(Appended::sequence).reversed())
                    .limit(limit).map(Appended::json).toList();
        }
    }

    /** Takes what the file has, and goes on numbering where it ended. */
    synchronized void load(List<Kept> kept, long lastSequence) {
        if (loaded) {
            // the file was opened again; memory has all that it has, and more
            return;
        }
        for (Kept value : kept) {
            if (!early.contains(List.of(value.kind(), value.key()))) {
                set(value.kind(), value.key(), value.json());
                changes.removeIf(change -> change instanceof Kept other && other.kind().equals(value.kind())
                        && other.key().equals(value.key()));
            }
        }
        changes.replaceAll(change -> change instanceof Appended entry ? entry.after(lastSequence) : change);
        sequence += lastSequence;
        loaded = true;
        early.clear();
    }

    /** What work can be done with changes. */
    @FunctionalInterface
    interface Writing {

        void write(List<StateChange> changes) throws java.sql.SQLException;
    }

    /** Writes all changes at once; readers wait meanwhile, so that they see an entry either here or in the file. */
    synchronized void flush(Writing writing) throws java.sql.SQLException {
        if (!changes.isEmpty()) {
            writing.write(List.copyOf(changes));
            changes.clear();
        }
    }

    /** How many changes wait to be written. */
    synchronized int pending() {
        return changes.size();
    }
}
