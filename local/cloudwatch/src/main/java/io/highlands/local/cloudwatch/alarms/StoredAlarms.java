// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.highlands.local.store.StateStore;

/**
 * Keeps definitions, states and history of alarms on disk.
 *
 * @param store where they are
 */
public record StoredAlarms(StateStore store) implements AlarmMemory {

    private static final String ALARM = "alarm";
    private static final String HISTORY = "alarm-history";
    private static final String ALL = "all";

    @Override
    public Map<String, String> alarms() {
        return store.all(ALARM);
    }

    @Override
    public void keep(String name, String json) {
        store.put(ALARM, name, json);
    }

    @Override
    public void forget(String name) {
        store.delete(ALARM, name);
    }

    @Override
    public void unreadable(String what) {
        store.unreadable(ALARM, what);
    }

    @Override
    public void happened(Instant at, String json) {
        store.append(HISTORY, ALL, at, json);
    }

    @Override
    public List<String> history(Instant from, Instant until, int limit) {
        return store.history(HISTORY, ALL, from, until.plusMillis(1), limit);
    }
}
