// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The thread that opens the files and then writes what waits, a few times a second. What cannot be written waits on, and is
 * tried again; nobody waits for it.
 */
final class Writer {

    /** Rows in one transaction at most. */
    private static final int BATCH = 20_000;

    private static final Duration RETENTION_EVERY = Duration.ofSeconds(1);

    private final StoreOptions options;

    private final Memory memory;

    private final Opening opening;

    private final Problems problems;

    private final Thread thread = Thread.ofPlatform().daemon().name("telemetry-writer").unstarted(this::run);

    private OpenFiles files;

    private volatile boolean full;

    private long retainedAt = System.nanoTime() - RETENTION_EVERY.toNanos();

    Writer(StoreOptions options, Memory memory, Opening opening, Problems problems) {
        this.options = options;
        this.memory = memory;
        this.opening = opening;
        this.problems = problems;
    }

    void start() {
        thread.start();
    }

    /** Whether to find no room on the disk, as a fault. */
    void full(boolean isFull) {
        full = isFull;
    }

    private void run() {
        try {
            files = new Loader(options, memory, problems).open();
            opening.opened(files);
        } catch (IOException | SQLException | RuntimeException | LinkageError e) {
            problems.begin("Nothing is kept on disk", e instanceof Exception known ? known : new SQLException(e));
            opening.failed();
            return;
        }
        try {
            boolean goOn = true;
            while (goOn) {
                goOn = memory.intake().awaitWork(options.flushEvery(), problems.current().isEmpty());
                flush();
                retain();
            }
            files.duck().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            problems.note("The telemetry files did not close", e);
        }
    }

    private void flush() {
        try {
            if (full) {
                throw new SQLException("No space left on device (a fault is injected: disk-full)");
            }
            // what comes meanwhile is for the next time: the state must not wait for a quiet moment
            List<Row> rows;
            do {
                rows = memory.intake().next(BATCH);
                write(rows);
            } while (rows.size() == BATCH);
            memory.states().flush(changes -> StateFile.write(files.duck(), changes));
            problems.over();
        } catch (SQLException e) {
            problems.begin("Cannot write, and will try again", e);
            recover();
        }
    }

    private void write(List<Row> rows) throws SQLException {
        long oldest = oldest();
        memory.number(rows);
        Map<Slice, List<Row>> bySlice = new LinkedHashMap<>();
        // asked for again when it does not fit: how large a file is costs a call of the system
        Map<Lane, Slice> current = new EnumMap<>(Lane.class);
        for (Row row : rows) {
            if (row.onDisk()) {
                continue;
            }
            if (row.second() < oldest) {
                memory.intake().drop(1);
                continue;
            }
            Slice slice = current.get(row.lane());
            if (slice == null || !slice.covers(row.second())) {
                slice = slicesOf(row).forWriting(row.second());
                current.put(row.lane(), slice);
            }
            bySlice.computeIfAbsent(slice, key -> new ArrayList<>()).add(row);
        }
        for (Map.Entry<Slice, List<Row>> entry : bySlice.entrySet()) {
            SliceTables.append(files.duck(), entry.getKey(), entry.getValue(), files.base());
            entry.getValue().forEach(Row::written);
        }
        memory.written(rows);
    }

    private Slices slicesOf(Row row) {
        return row instanceof SpanRow ? files.spans() : files.slices();
    }

    /** After a failed write DuckDB may refuse all further use of a file until it is opened anew. */
    private void recover() {
        files.slices().reopenRefused();
        files.spans().reopenRefused();
        try {
            StateFile.reopenIfRefused(files.duck(), options.folder());
        } catch (SQLException e) {
            problems.begin("Cannot open the state again", e);
        }
    }

    private void retain() {
        if (System.nanoTime() - retainedAt < RETENTION_EVERY.toNanos()) {
            return;
        }
        retainedAt = System.nanoTime();
        files.spans().retain(oldest());
        if (files.slices().retain(oldest())) {
            forget();
        }
    }

    /** What the dropped files alone knew of. */
    private void forget() {
        memory.forgetBefore(files.slices().all().getFirst().start());
        try {
            StateFile.forgetBefore(files.duck(), options.clock().instant().minus(options.maxAge()));
        } catch (SQLException e) {
            problems.note("Cannot forget old histories", e);
        }
    }

    private long oldest() {
        return options.clock().instant().minus(options.maxAge()).getEpochSecond();
    }

    void close() {
        memory.intake().stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
