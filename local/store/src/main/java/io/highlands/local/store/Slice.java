// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with what happened in one stretch of time. When it grows too large, a further part of the same stretch is begun, so
 * that dropping the oldest always frees room.
 */
final class Slice {

    private static final Pattern NAME = Pattern.compile("([a-z]+)-(\\d+)-(\\d+)-(\\d+)\\.duckdb");

    private final SliceKind kind;

    private final Path file;

    private final long start;

    private final long length;

    private final int part;

    private final BitSet knownSeries = new BitSet();

    private final BitSet knownStreams = new BitSet();

    private final SpanBlocks spans = new SpanBlocks();

    private volatile boolean attached;

    private boolean loaded;

    private volatile long rows;

    /** The highest number of the samples that were written to each of its hours since the start. */
    private final AtomicLongArray lastSequences;

    private volatile int attachments;

    private Slice(SliceKind kind, Path file, long start, long length, int part) {
        this.kind = kind;
        this.file = file;
        this.start = start;
        this.length = length;
        this.part = part;
        this.lastSequences = new AtomicLongArray(Math.toIntExact(Math.ceilDiv(length, HoursRead.SECONDS)));
    }

    static Slice in(SliceKind kind, Path folder, long start, long length, int part) {
        return new Slice(kind, folder.resolve(kind.prefix() + "-" + start + "-" + length + "-" + part + ".duckdb"),
                start, length,
                part);
    }

    static Optional<Slice> of(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? SliceKind.of(name.group(1)).map(kind -> new Slice(kind, file, Long.parseLong(name.group(2)),
                        Long.parseLong(name.group(3)), Integer.parseInt(name.group(4))))
                : Optional.empty();
    }

    SliceKind kind() {
        return kind;
    }

    Path file() {
        return file;
    }

    /** The name under which DuckDB has it attached. */
    String catalog() {
        return kind.prefix() + "_" + start + "_" + length + "_" + part;
    }

    long start() {
        return start;
    }

    long end() {
        return start + length;
    }

    int part() {
        return part;
    }

    boolean covers(long second) {
        return second >= start && second < end();
    }

    boolean overlaps(long from, long until) {
        return start < until && end() > from;
    }

    /** Numbers of the series that its own table names. */
    BitSet knownSeries() {
        return knownSeries;
    }

    /** Numbers of the log streams that its own table names. */
    BitSet knownStreams() {
        return knownStreams;
    }

    /** Where in it the spans of a trace are. */
    SpanBlocks spans() {
        return spans;
    }

    /** Whether it can be read and written at the moment. */
    boolean isAttached() {
        return attached;
    }

    void attached(boolean isAttached) {
        attached = isAttached;
        attachments++;
    }

    /** How often it was opened or closed: another file may be there when it is opened again. */
    int attachments() {
        return attachments;
    }

    /** Which of its hours, counted from its start, a second is in. */
    int hour(long second) {
        return (int) ((second - start) / HoursRead.SECONDS);
    }

    /**
     * The highest number of the samples that were written to an hour since the start; those from before have lower ones than
     * any reader asks for. It is noted before readers are told that the sample is in the file.
     */
    long lastSequence(int hour) {
        return lastSequences.get(hour);
    }

    /** Notes that a sample of a second was written. */
    void written(long second, long sequence) {
        lastSequences.accumulateAndGet(hour(second), sequence, Math::max);
    }

    /** Whether memory knows what it has: not before it was attached for the first time. */
    boolean isLoaded() {
        return loaded;
    }

    void loaded() {
        loaded = true;
    }

    /** How many samples, log events or spans it has. */
    long rows() {
        return rows;
    }

    void rows(long number) {
        rows = number;
    }

    String name() {
        return file.getFileName().toString();
    }

    long bytes() {
        return file.toFile().length() + log().toFile().length();
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(log());
    }

    /** Renames a file that cannot be read, so that the next start does not stumble over it again. */
    void setAside() throws IOException {
        setAside(file);
        setAside(log());
    }

    /** Renames the log of the file only. */
    void setAsideLog() throws IOException {
        setAside(log());
    }

    boolean hasLog() {
        return Files.exists(log());
    }

    static void setAside(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            Path aside = path.resolveSibling(path.getFileName() + ".damaged");
            for (int i = 2; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); i++) {
                aside = path.resolveSibling(path.getFileName() + ".damaged-" + i);
            }
            Files.move(path, aside);
        }
    }

    long logBytes() {
        return log().toFile().length();
    }

    private Path log() {
        return file.resolveSibling(file.getFileName() + ".wal");
    }
}
