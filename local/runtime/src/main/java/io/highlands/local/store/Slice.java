// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with what happened in one stretch of time. When it grows too large, a further part of the same stretch is begun, so
 * that dropping the oldest always frees room.
 */
final class Slice {

    private static final Pattern NAME = Pattern.compile("slice-(\\d+)-(\\d+)-(\\d+)\\.duckdb");

    private final Path file;

    private final long start;

    private final long length;

    private final int part;

    private final BitSet knownSeries = new BitSet();

    private final BitSet knownStreams = new BitSet();

    private Slice(Path file, long start, long length, int part) {
        this.file = file;
        this.start = start;
        this.length = length;
        this.part = part;
    }

    static Slice in(Path folder, long start, long length, int part) {
        return new Slice(folder.resolve("slice-" + start + "-" + length + "-" + part + ".duckdb"), start, length,
                part);
    }

    static Optional<Slice> of(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new Slice(file, Long.parseLong(name.group(1)), Long.parseLong(name.group(2)),
                        Integer.parseInt(name.group(3))))
                : Optional.empty();
    }

    Path file() {
        return file;
    }

    /** The name under which DuckDB has it attached. */
    String catalog() {
        return "slice_" + start + "_" + length + "_" + part;
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

    long bytes() {
        return file.toFile().length() + log().toFile().length();
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(log());
    }

    /** Renames a file that cannot be read, so that the next start does not stumble over it again. */
    void setAside() throws IOException {
        for (Path path : new Path[]{file, log()}) {
            if (Files.exists(path)) {
                Files.move(path, path.resolveSibling(path.getFileName() + ".damaged"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path log() {
        return file.resolveSibling(file.getFileName() + ".wal");
    }
}
