// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/** The files that hold slices of time, oldest first: found, begun, dropped, and set aside when they are damaged. */
final class Slices {

    private static final Comparator<Slice> ORDER = Comparator.comparingLong(Slice::start).thenComparing(Slice::part);

    /** What share of all room one file takes at most, so that dropping one is a small loss. */
    private static final int PARTS = 8;

    private final StoreOptions options;

    private final Duck duck;

    private final Problems problems;

    private final SliceKind kind;

    private final long maxBytes;

    private final List<Slice> all = new CopyOnWriteArrayList<>();

    /** Readers hold it while they query, so that no file goes away under them. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    Slices(SliceKind kind, long maxBytes, StoreOptions options, Duck duck, Problems problems) {
        this.kind = kind;
        this.maxBytes = maxBytes;
        this.options = options;
        this.duck = duck;
        this.problems = problems;
    }

    /** What is done with one slice. */
    @FunctionalInterface
    interface Visit {

        void slice(Slice slice) throws SQLException;
    }

    /** Attaches the files that are there, each visited once; those that cannot be read are set aside. */
    void open(Visit visit) throws IOException, SQLException {
        List<Slice> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(options.folder())) {
            files.map(Slice::of).flatMap(Optional::stream).filter(slice -> slice.kind() == kind).sorted(ORDER)
                    .forEach(found::add);
        }
        for (Slice slice : found) {
            try {
                duck.attach(slice.file(), slice.catalog());
                SliceTables.create(duck, slice);
                visit.slice(slice);
                all.add(slice);
            } catch (SQLException e) {
                if (!Problems.isDamage(e)) {
                    throw e;
                }
                setAside(slice, e);
            }
        }
    }

    List<Slice> all() {
        return all;
    }

    /** The slice that takes rows of a second; a new one where there is none or where it is full. */
    Slice forWriting(long second) throws SQLException {
        Slice newest = null;
        for (Slice slice : all) {
            if (slice.covers(second)) {
                newest = slice;
            }
        }
        if (newest != null && newest.bytes() <= maxBytes / PARTS) {
            return newest;
        }
        long length = options.sliceLength().toSeconds();
        Slice slice = newest == null
                ? Slice.in(kind, options.folder(), Math.floorDiv(second, length) * length, length, 0)
                : Slice.in(kind, options.folder(), newest.start(), newest.end() - newest.start(), newest.part() + 1);
        duck.attach(slice.file(), slice.catalog());
        SliceTables.create(duck, slice);
        all.add(slice);
        all.sort(ORDER);
        return slice;
    }

    /** The slices that touch a stretch of time, oldest first. */
    List<Slice> overlapping(long from, long until) {
        return all.stream().filter(slice -> slice.overlaps(from, until)).toList();
    }

    /** Visits those slices that are still there. One that turns out to be damaged is set aside. */
    void visit(List<Slice> slices, Visit visit) {
        List<Slice> damaged = new ArrayList<>();
        List<SQLException> reasons = new ArrayList<>();
        lock.readLock().lock();
        try {
            for (Slice slice : slices) {
                if (!all.contains(slice)) {
                    continue;
                }
                try {
                    visit.slice(slice);
                } catch (SQLException e) {
                    if (!Problems.isDamage(e)) {
                        throw new StoreException("The store cannot be read", e);
                    }
                    damaged.add(slice);
                    reasons.add(e);
                }
            }
        } finally {
            lock.readLock().unlock();
        }
        for (int i = 0; i < damaged.size(); i++) {
            if (all.remove(damaged.get(i))) {
                setAside(damaged.get(i), reasons.get(i));
            }
        }
    }

    /** Attaches slices anew that DuckDB has given up on, or sets them aside when that fails. */
    void reopenRefused() {
        all.forEach(this::reopenIfRefused);
    }

    private void reopenIfRefused(Slice slice) {
        try {
            duck.execute("SELECT count(*) FROM " + slice.catalog() + "." + kind.anyTable());
            return;
        } catch (SQLException e) {
            problems.note("Opening " + slice.file().getFileName() + " again", e);
        }
        lock.writeLock().lock();
        try {
            duck.detach(slice.catalog());
            duck.attach(slice.file(), slice.catalog());
        } catch (SQLException e) {
            all.remove(slice);
            setAside(slice, e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * Drops what is too old, and the oldest while all files together are too large; the latest always stays.
     *
     * @return whether anything was dropped
     */
    boolean retain(long oldestSecond) {
        int before = all.size();
        while (all.size() > 1 && (all.getFirst().end() <= oldestSecond || bytes() > maxBytes)) {
            Slice slice = all.getFirst();
            lock.writeLock().lock();
            try {
                all.remove(slice);
                duck.detach(slice.catalog());
                slice.delete();
            } catch (SQLException | IOException e) {
                problems.note("Could not drop " + slice.file().getFileName(), e);
            } finally {
                lock.writeLock().unlock();
            }
        }
        return all.size() < before;
    }

    long bytes() {
        return all.stream().mapToLong(Slice::bytes).sum();
    }

    private void setAside(Slice slice, SQLException reason) {
        lock.writeLock().lock();
        try {
            if (isAttached(slice)) {
                duck.detach(slice.catalog());
            }
            slice.setAside();
            problems.note("Set aside " + slice.file().getFileName() + ", which cannot be read", reason);
        } catch (SQLException | IOException e) {
            problems.note("Could not set aside " + slice.file().getFileName(), e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private boolean isAttached(Slice slice) throws SQLException {
        return duck.read(connection -> {
            try (var statement = connection
                    .prepareStatement("SELECT 1 FROM duckdb_databases() WHERE database_name = ?")) {
                statement.setString(1, slice.catalog());
                try (var rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }
}
