// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * The files that hold slices of time, oldest first: found, begun and dropped. One that is damaged is set aside; one that cannot
 * be opened at the moment stays in the list, is left out of what is read, and is tried again.
 */
final class Slices {

    private static final Comparator<Slice> ORDER = Comparator.comparingLong(Slice::start).thenComparing(Slice::part);

    /** What share of all room one file takes at most, so that dropping one is a small loss. */
    private static final int PARTS = 8;

    private final StoreOptions options;

    private final Duck duck;

    private final Problems problems;

    private final SliceKind kind;

    private final long maxBytes;

    private final SliceOpening opening;

    private final List<Slice> all = new CopyOnWriteArrayList<>();

    /** Readers hold it while they query, so that no file goes away under them. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    Slices(SliceKind kind, long maxBytes, StoreOptions options, SliceOpening opening) {
        this.kind = kind;
        this.maxBytes = maxBytes;
        this.options = options;
        this.opening = opening;
        this.duck = opening.duck();
        this.problems = opening.problems();
    }

    /** What is done with one slice. */
    @FunctionalInterface
    interface Visit {

        void slice(Slice slice) throws SQLException;
    }

    /** Attaches the files that are there; those that cannot be read are set aside. */
    void open() throws IOException {
        List<Slice> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(options.folder())) {
            files.map(Slice::of).flatMap(Optional::stream).filter(slice -> slice.kind() == kind).sorted(ORDER)
                    .forEach(found::add);
        }
        for (Slice slice : found) {
            if (opening.attach(slice)) {
                all.add(slice);
            }
        }
    }

    List<Slice> all() {
        return all;
    }

    /** The slice that takes rows of a second; a new one where there is none or where it is full. */
    Slice forWriting(long second) throws SQLException {
        Slice newest = null;
        int parts = 0;
        long start = Math.floorDiv(second, options.sliceLength().toSeconds()) * options.sliceLength().toSeconds();
        long length = options.sliceLength().toSeconds();
        for (Slice slice : all) {
            if (slice.covers(second)) {
                newest = slice.isAttached() ? slice : newest;
                start = slice.start();
                length = slice.end() - slice.start();
                parts = slice.part() + 1;
            }
        }
        if (newest != null && newest.bytes() <= maxBytes / PARTS) {
            return newest;
        }
        Slice slice = Slice.in(kind, options.folder(), start, length, parts);
        opening.create(slice);
        all.add(slice);
        all.sort(ORDER);
        return slice;
    }

    /** The slices that touch a stretch of time, oldest first. */
    List<Slice> overlapping(long from, long until) {
        return all.stream().filter(slice -> slice.overlaps(from, until)).toList();
    }

    /** Visits those slices that can be read. One that turns out to be damaged is set aside. */
    void visit(List<Slice> slices, Visit visit) {
        Map<Slice, SQLException> failed = new LinkedHashMap<>();
        lock.readLock().lock();
        try {
            for (Slice slice : slices) {
                try {
                    if (all.contains(slice) && slice.isAttached()) {
                        visit.slice(slice);
                    }
                } catch (SQLException e) {
                    failed.put(slice, e);
                }
            }
        } finally {
            lock.readLock().unlock();
        }
        failed.forEach((slice, reason) -> {
            switch (Failure.of(reason)) {
                case DAMAGE -> setAside(slice, reason);
                case REFUSED -> {
                    reopenIfRefused(slice);
                    visitAgain(slice, visit);
                }
                default -> throw new StoreException("The store cannot be read", reason);
            }
        });
    }

    /** DuckDB had refused the file before anything of it was read. */
    private void visitAgain(Slice slice, Visit visit) {
        lock.readLock().lock();
        try {
            if (all.contains(slice) && slice.isAttached()) {
                visit.slice(slice);
            }
        } catch (SQLException e) {
            throw new StoreException("The store cannot be read", e);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Attaches slices anew that DuckDB has given up on or that could not be opened, or sets them aside when they are damaged. */
    void reopenRefused() {
        all.forEach(this::reopenIfRefused);
    }

    /** Tries again those that could not be opened. */
    void reopenClosed() {
        all.stream().filter(slice -> !slice.isAttached()).forEach(this::reopenIfRefused);
    }

    private void reopenIfRefused(Slice slice) {
        lock.writeLock().lock();
        try {
            if (all.contains(slice) && (!slice.isAttached() || opening.isRefused(slice))) {
                opening.detach(slice);
                if (!opening.attach(slice)) {
                    all.remove(slice);
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void setAside(Slice slice, SQLException reason) {
        lock.writeLock().lock();
        try {
            if (all.remove(slice)) {
                opening.detach(slice);
                opening.setAside(slice, reason);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Brings logs into their files where there is room for that and soon none: it is the only way to make some. */
    void shrinkLogs(long freeBytes) {
        for (Slice slice : all) {
            if (slice.isAttached() && slice.logBytes() > freeBytes / 2 && slice.logBytes() < freeBytes) {
                try {
                    duck.execute("CHECKPOINT " + slice.catalog());
                } catch (SQLException e) {
                    reopenIfRefused(slice);
                }
            }
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
                opening.detach(slice);
                slice.delete();
                problems.over(slice.name());
            } catch (IOException e) {
                problems.note("Could not drop " + slice.name(), e);
            } finally {
                lock.writeLock().unlock();
            }
        }
        return all.size() < before;
    }

    long bytes() {
        return all.stream().mapToLong(Slice::bytes).sum();
    }
}
