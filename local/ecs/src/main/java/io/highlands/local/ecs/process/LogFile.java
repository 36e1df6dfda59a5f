// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A log file of bounded size. When it is full it becomes {@code NAME.1}, in place of the one before, and a new one is
 * begun: at most twice the size is kept. It is full only between two lines, so no line is torn apart.
 */
public final class LogFile extends OutputStream {

    /** Five MiB, so that a container keeps at most ten. */
    public static final long DEFAULT_SIZE = 5L * 1024 * 1024;

    private final Path file;
    private final long size;
    private OutputStream out;
    private long written;
    private boolean atLineStart;

    /**
     * Opens the file, at its end when it is there already.
     *
     * @param file where to write; its folder exists
     * @param size size in bytes from which the file is full
     * @throws IOException when it cannot be opened
     */
    public LogFile(Path file, long size) throws IOException {
        this.file = file;
        this.size = size;
        open();
    }

    @Override
    public synchronized void write(int value) throws IOException {
        write(new byte[]{(byte) value}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int end = offset + length;
        while (written + (end - from) > size) {
            int cut = endOfLine(bytes, from, end);
            if (cut < 0) {
                break;
            }
            append(bytes, from, cut - from);
            rotate();
            from = cut;
        }
        append(bytes, from, end - from);
    }

    /** Where to begin a new file: past the last line that still fits, or else past the one being written; -1 for later. */
    private int endOfLine(byte[] bytes, int from, int end) {
        int room = Math.clamp(size - written, 0, end - from);
        for (int i = from + room - 1; i >= from; i--) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        if (written > 0 && atLineStart) {
            return from;
        }
        for (int i = from + room; i < end; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private void append(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return;
        }
        out.write(bytes, from, length);
        written += length;
        atLineStart = bytes[from + length - 1] == '\n';
    }

    private void rotate() throws IOException {
        out.close();
        Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        open();
    }

    private void open() throws IOException {
        out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        written = Files.size(file);
        atLineStart = true;
    }

    @Override
    public synchronized void flush() throws IOException {
        out.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
