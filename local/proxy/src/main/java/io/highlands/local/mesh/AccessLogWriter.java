// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Writes access log lines on a thread of its own, a batch at a time. Those who log never wait: when more lines stand in the
 * queue than it holds, the newest is dropped and counted.
 */
final class AccessLogWriter implements AutoCloseable {

    private static final int CAPACITY = 16_384;
    private static final int HURRY = 2_048;
    private static final int FLUSH_BYTES = 64 * 1024;
    private static final long PERIOD_MILLIS = 100;
    private static final long CLOSE_SECONDS = 2;

    private final Queue<AccessEntry> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder written = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final JsonLine line = new JsonLine();
    private final Map<AccessLog, ByteArrayOutputStream> batch = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("mesh-access-log").daemon().factory());

    AccessLogWriter() {
        thread.scheduleWithFixedDelay(this::write, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    void log(AccessEntry entry) {
        int now = waiting.incrementAndGet();
        if (now > CAPACITY) {
            waiting.decrementAndGet();
            dropped.increment();
            return;
        }
        queue.add(entry);
        if (now == HURRY) {
            hurry();
        }
    }

    long written() {
        return written.sum();
    }

    long dropped() {
        return dropped.sum();
    }

    /** Writes what is left, within two seconds. */
    @Override
    public void close() {
        thread.execute(this::write);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void hurry() {
        try {
            thread.execute(this::write);
        } catch (RejectedExecutionException closed) {
            // The last batch is being written.
        }
    }

    private void write() {
        for (AccessEntry entry = queue.poll(); entry != null; entry = queue.poll()) {
            waiting.decrementAndGet();
            entry.appendTo(line);
            ByteArrayOutputStream lines = batch.computeIfAbsent(entry.log(), log -> new ByteArrayOutputStream());
            line.drainTo(lines);
            written.increment();
            if (lines.size() >= FLUSH_BYTES) {
                flush(entry.log(), lines);
                lines.reset();
            }
        }
        batch.forEach(AccessLogWriter::flush);
        batch.clear();
    }

    private static void flush(AccessLog log, ByteArrayOutputStream lines) {
        try {
            lines.writeTo(log.out());
            log.out().flush();
        } catch (IOException logGone) {
            // The task's log is closed with its task: there is nowhere left to write to.
        }
    }
}
