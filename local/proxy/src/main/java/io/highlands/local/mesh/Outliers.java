// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Which hosts of one endpoint one client avoids: a host is ejected at its fifth failed connection within 30 seconds, for
 * 30 seconds times the number of its ejections, at most 300. The number falls by one for each 30 seconds that the host
 * stays in.
 */
final class Outliers {

    private static final int FAILURES = 5;
    private static final long WINDOW = Duration.ofSeconds(30).toNanos();
    private static final long BASE = Duration.ofSeconds(30).toNanos();
    private static final long LONGEST = Duration.ofSeconds(300).toNanos();

    private final LongSupplier nanoClock;
    private final Map<String, Record> records = new HashMap<>();
    private volatile boolean clean = true;

    private static final class Record {

        private final ArrayDeque<Long> failures = new ArrayDeque<>();
        private int ejections;
        private long ejectedUntil;
        private boolean everEjected;
    }

    Outliers(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /**
     * Counts a failed connection to a host.
     *
     * @return whether the host is ejected by it
     */
    synchronized boolean failed(String host) {
        long now = nanoClock.getAsLong();
        clean = false;
        Record record = records.computeIfAbsent(host, key -> new Record());
        if (ejected(record, now)) {
            return false;
        }
        record.failures.addLast(now);
        while (now - record.failures.peekFirst() >= WINDOW) {
            record.failures.removeFirst();
        }
        if (record.failures.size() < FAILURES) {
            return false;
        }
        record.failures.clear();
        record.ejections = forgiven(record, now) + 1;
        record.everEjected = true;
        record.ejectedUntil = now + Math.min(LONGEST, BASE * record.ejections);
        return true;
    }

    /** {@return whether a host is avoided now} */
    boolean ejected(String host) {
        if (clean) {
            return false;
        }
        synchronized (this) {
            Record record = records.get(host);
            return record != null && ejected(record, nanoClock.getAsLong());
        }
    }

    /** Forgets hosts that are no longer there. */
    synchronized void retain(Iterable<MeshHost> hosts) {
        Iterator<String> each = records.keySet().iterator();
        while (each.hasNext()) {
            String host = each.next();
            if (!holds(hosts, host)) {
                each.remove();
            }
        }
        clean = records.isEmpty();
    }

    private static boolean holds(Iterable<MeshHost> hosts, String taskId) {
        for (MeshHost host : hosts) {
            if (host.task().taskId().equals(taskId)) {
                return true;
            }
        }
        return false;
    }

    private static boolean ejected(Record record, long now) {
        return record.everEjected && now - record.ejectedUntil < 0;
    }

    private static int forgiven(Record record, long now) {
        if (!record.everEjected) {
            return 0;
        }
        return (int) Math.max(0, record.ejections - (now - record.ejectedUntil) / BASE);
    }
}
