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
import java.util.Set;

/**
 * The thread that opens the files and then writes what waits, a few times a second. What cannot be written waits on, and is
 * tried again; nobody waits for it.
 */
final class Writer {

    /** Rows in one transaction at most. */
    private static final int BATCH = 20_000;

    private static final Duration RETENTION_EVERY = Duration.ofSeconds(1);

    /** How often files are tried again that could not be opened at all. */
    private static final Duration OPEN_EVERY = Duration.ofSeconds(1);

    private static final String OPENING = "opening";

    private final StoreOptions options;

    private final Memory memory;

    private final Opening opening;

    private final Problems problems;

    private final Thread thread = Thread.ofPlatform().daemon().name("telemetry-writer").unstarted(this::run);

    private OpenFiles files;

    private volatile boolean full;

    /** What was being written when an error came: whether it is in the file is known when that is open again. */
    private Slice uncertain;

    private List<Row> uncertainRows = List.of();

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
            boolean goOn = true;
            while (goOn && !open()) {
                goOn = memory.intake().awaitWork(OPEN_EVERY, false);
            }
            while (goOn) {
                goOn = memory.intake().awaitWork(options.flushEvery(), problems.current().isEmpty());
                flush();
                retain();
            }
            if (files != null) {
                files.duck().close();
                files.ledger().close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | IOException e) {
            problems.note("The telemetry files did not close", e);
        }
    }

    private boolean open() {
        try {
            files = new Loader(options, memory, problems).open();
            opening.opened(files);
            problems.over(OPENING);
            return true;
        } catch (IOException | SQLException | RuntimeException | LinkageError e) {
            problems.begin(OPENING, "Nothing is kept on disk", e instanceof Exception known
                    ? known
                    : new SQLException(e));
            opening.failed();
            return false;
        }
    }

    private void flush() {
        try {
            note(0);
            if (full) {
                throw new SQLException("No space left on device (a fault is injected: disk-full)");
            }
            DiskRoom.require(options.folder(), files);
            settle();
            // what comes meanwhile is for the next time: the state must not wait for a quiet moment
            List<Row> rows;
            do {
                rows = memory.intake().next(BATCH);
                write(rows);
            } while (rows.size() == BATCH);
            memory.states().flush(files.state()::write);
            problems.over(Problems.WRITING);
            note(0);
        } catch (SQLException | RuntimeException e) {
            problems.begin(Problems.WRITING, "Cannot write, and will try again", e);
            recover();
            note(memory.states().pending());
        }
    }

    /** Says in the ledger what there is, and what is lost if the process ends before the next note. */
    private void note(long changes) {
        try {
            files.ledger().write(Account.of(memory, files, changes));
            problems.over(Ledger.NAME);
        } catch (IOException e) {
            problems.begin(Ledger.NAME, "The ledger cannot be written, so that a loss would not be counted", e);
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
                row.written();
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
            append(entry.getKey(), entry.getValue());
        }
        memory.written(rows);
        note(0);
    }

    private void append(Slice slice, List<Row> rows) throws SQLException {
        uncertain = slice;
        uncertainRows = rows;
        try {
            SliceTables.append(files.duck(), slice, rows, files.base());
        } catch (RuntimeException e) {
            // rolled back, as the driver does not take one of the rows
            appendEach(slice, rows, e);
        }
        uncertain = null;
        uncertainRows = List.of();
    }

    /** Writes halves of halves, until the row that cannot be written is alone; it costs itself only. */
    private void appendEach(Slice slice, List<Row> rows, RuntimeException reason) throws SQLException {
        if (rows.size() > 1) {
            append(slice, rows.subList(0, rows.size() / 2));
            append(slice, rows.subList(rows.size() / 2, rows.size()));
        } else {
            rows.getFirst().written();
            problems.lose(1);
            problems.note("A row cannot be written and is lost, " + StoreException.unreadable(reason));
        }
    }

    /** Finds out which rows of a failed write are in the file all the same: DuckDB reports errors of what follows a commit, too. */
    private void settle() throws SQLException {
        if (uncertain == null) {
            return;
        }
        if (slicesOf(uncertainRows.getFirst()).all().contains(uncertain)) {
            if (!uncertain.isAttached()) {
                throw new SQLException(uncertain.name() + " cannot be opened");
            }
            Set<Long> there = SliceTables.numbersAfter(files.duck(), uncertain,
                    files.base() + memory.intake().flushed());
            SliceTables.note(uncertain, uncertainRows.stream()
                    .filter(row -> there.contains(files.base() + row.sequence())).toList(), files.base());
        }
        uncertain = null;
        uncertainRows = List.of();
    }

    private Slices slicesOf(Row row) {
        return row instanceof SpanRow ? files.spans() : files.slices();
    }

    /** After a failed write DuckDB may refuse all further use of a file until it is opened anew. */
    private void recover() {
        files.slices().reopenRefused();
        files.spans().reopenRefused();
        try {
            files.state().reopenIfRefused();
            settle();
        } catch (SQLException e) {
            problems.begin(Problems.WRITING, "Cannot write, and will try again", e);
        }
    }

    private void retain() {
        if (System.nanoTime() - retainedAt < RETENTION_EVERY.toNanos()) {
            return;
        }
        retainedAt = System.nanoTime();
        files.slices().reopenClosed();
        files.spans().reopenClosed();
        files.spans().retain(oldest());
        if (files.slices().retain(oldest())) {
            forget();
        }
    }

    /** What the dropped files alone knew of. */
    private void forget() {
        memory.forgetBefore(files.slices().all().getFirst().start());
        try {
            files.state().forgetBefore(options.clock().instant().minus(options.maxAge()));
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
