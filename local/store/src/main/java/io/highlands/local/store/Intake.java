// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * What waits to be written, numbered in the order of its coming. Its monitor guards all that memory holds. What has a number
 * up to {@link #flushed} is in a file; readers take that number and what memory holds in one step, and leave out of the files
 * what has a higher one, so that they see everything once, and never wait for a writer.
 */
final class Intake {

    private final Deque<Row> waiting = new ArrayDeque<>();

    private long sequence;

    private long flushed;

    private final long[] weights = new long[Lane.values().length];

    private long stored;

    private long dropped;

    private boolean stopped;

    /** Whether rows of some weight can be taken; if not, they count as dropped. */
    synchronized boolean hasRoom(Lane lane, long more, int rows) {
        long weight = weights[lane.ordinal()];
        if (weight + more > lane.capacity() && weight > 0) {
            dropped += rows;
            return false;
        }
        return true;
    }

    synchronized void add(Collection<? extends Row> rows) {
        for (Row row : rows) {
            row.number(++sequence);
            weights[row.lane().ordinal()] += row.weight();
            waiting.add(row);
        }
        stored += rows.size();
        if (isBusy()) {
            notifyAll();
        }
    }

    /**
     * Waits until a while has passed or, if {@code eager}, much has come.
     *
     * @return false when there is an end to it
     */
    synchronized boolean awaitWork(Duration longest, boolean eager) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        long left = longest.toMillis();
        while (!stopped && left > 0 && !(eager && isBusy())) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        return !stopped;
    }

    /** Whether so much waits that it should not wait longer. */
    private boolean isBusy() {
        for (Lane lane : Lane.values()) {
            if (weights[lane.ordinal()] > lane.capacity() / 4) {
                return true;
            }
        }
        return false;
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /** The oldest rows; they stay until {@link #remove}. */
    synchronized List<Row> next(int limit) {
        List<Row> rows = new ArrayList<>(Math.min(limit, waiting.size()));
        for (Row row : waiting) {
            if (rows.size() == limit) {
                break;
            }
            rows.add(row);
        }
        return rows;
    }

    /** All of these are in files now. */
    synchronized void remove(List<Row> rows) {
        for (Row row : rows) {
            waiting.remove();
            weights[row.lane().ordinal()] -= row.weight();
            row.written();
            flushed = row.sequence();
        }
    }

    /** Visits what waits and is in no file. */
    synchronized void unwritten(Consumer<Row> visit) {
        for (Row row : waiting) {
            if (!row.onDisk()) {
                visit.accept(row);
            }
        }
    }

    /** The number that was given last. */
    synchronized long lastNumber() {
        return sequence;
    }

    synchronized void drop(long rows) {
        dropped += rows;
    }

    synchronized long flushed() {
        return flushed;
    }

    synchronized long stored() {
        return stored;
    }

    synchronized long dropped() {
        return dropped;
    }

    synchronized long pending() {
        return waiting.size();
    }
}
