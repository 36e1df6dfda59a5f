// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.bounds;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import io.highlands.local.logs.bounds.WorkStoppedException.Reason;

/**
 * How long one query may run and how much memory it may keep; any thread can stop it. The query's own thread asks often, for each
 * event and within the matching of long lines, so that it ends within a few milliseconds.
 */
public final class WorkLimit {

    private static final ScopedValue<WorkLimit> CURRENT = ScopedValue.newInstance();

    private static final WorkLimit NONE = new WorkLimit(null, Long.MAX_VALUE);

    private final Duration time;
    private final long memory;
    private final AtomicLong kept = new AtomicLong();
    private volatile long end;
    private volatile boolean stopped;

    private WorkLimit(Duration time, long memory) {
        this.time = time;
        this.memory = memory;
    }

    /**
     * A limit.
     *
     * @param time how long the query may run, from the moment at which {@link #run} begins
     * @param memory how many bytes it may keep
     * @return the limit
     */
    public static WorkLimit of(Duration time, long memory) {
        return new WorkLimit(time, memory);
    }

    /** {@return the limit of the query that this thread runs; one without an end where it runs none} */
    public static WorkLimit current() {
        return CURRENT.isBound() ? CURRENT.get() : NONE;
    }

    /**
     * Runs a query on this thread.
     *
     * @param query the query
     * @param <T> its result
     * @return its result
     * @throws WorkStoppedException when it is stopped, or exceeds its time or memory
     */
    public <T> T run(Supplier<T> query) {
        end = System.nanoTime() + time.toNanos();
        check();
        return ScopedValue.where(CURRENT, this).call(query::get);
    }

    /** Has the query end at its next check. */
    public void stop() {
        stopped = true;
    }

    /** Ends the query where it was stopped or its time is over. */
    public void check() {
        if (time == null) {
            return;
        }
        if (stopped) {
            throw new WorkStoppedException(Reason.STOPPED, "The query was stopped");
        }
        if (System.nanoTime() - end > 0) {
            throw new WorkStoppedException(Reason.TIME,
                    "The query took longer than " + time.toMillis() / 1000.0 + " s");
        }
    }

    /**
     * Counts what the query keeps beyond one event.
     *
     * @param bytes how much more; less than 0 where something is given up
     */
    public void keep(long bytes) {
        if (time != null && kept.addAndGet(bytes) > memory) {
            throw new WorkStoppedException(Reason.MEMORY, "The query would keep more than " + memory / (1 << 20)
                    + " MiB in memory");
        }
    }

    /**
     * Counts a text that the query keeps.
     *
     * @param text the text, or null for none
     */
    public void keep(String text) {
        keep(size(text));
    }

    /**
     * {@return how many bytes a text takes, one per character as most log lines have}
     *
     * @param text the text, or null for none
     */
    public static long size(String text) {
        return text == null ? 0 : 48L + text.length();
    }

    boolean isUnlimited() {
        return time == null;
    }
}
