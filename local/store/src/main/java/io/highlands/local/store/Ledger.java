// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A small file that says how many rows each DuckDB file has, and how many wait, so that the next start can tell what is
 * missing: DuckDB takes a log that ends early for a complete one, and knows nothing of rows that were never written. Its room
 * is taken when it is created, and it is overwritten in place, which a full disk does not prevent.
 */
final class Ledger implements AutoCloseable {

    static final String NAME = "ledger";

    /** Keys of rows in a file begin with it. */
    static final String ROWS = "rows ";

    /** Keys of rows that waited begin with it. */
    static final String WAITING = "waiting ";

    /** Two places are written in turns, so that a process that is killed while it writes leaves the other. */
    private static final int PLACES = 2;

    private static final int PLACE_BYTES = 64 * 1024;

    private static final int HEADER_BYTES = 64;

    private final Path file;

    private final Map<String, Long> before = new HashMap<>();

    private Map<String, Long> written = Map.of();

    private FileChannel channel;

    private long turn;

    Ledger(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /**
     * Reads what the run before has left.
     *
     * @throws IOException when the file cannot be read, or neither place is as it was written
     */
    void open() throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean isEmpty = true;
        for (int place = 0; place < PLACES; place++) {
            ByteBuffer bytes = ByteBuffer.allocate(PLACE_BYTES);
            while (bytes.hasRemaining()
                    && channel.read(bytes, place * (long) PLACE_BYTES + bytes.position()) >= 0) {
                continue;
            }
            isEmpty &= isZero(bytes);
            read(bytes.flip());
        }
        boolean isUnreadable = !isEmpty && turn == 0;
        allocate();
        if (isUnreadable) {
            throw new IOException("neither of its two copies is as it was written");
        }
    }

    private static boolean isZero(ByteBuffer bytes) {
        for (int i = 0; i < bytes.position(); i++) {
            if (bytes.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private void allocate() throws IOException {
        long size = channel.size();
        if (size < PLACES * (long) PLACE_BYTES) {
            write(ByteBuffer.allocate((int) (PLACES * PLACE_BYTES - size)), size);
        }
    }

    private void read(ByteBuffer bytes) {
        if (bytes.limit() <= HEADER_BYTES) {
            return;
        }
        long itsTurn = bytes.getLong();
        long sum = bytes.getLong();
        int length = bytes.getInt();
        if (itsTurn <= turn || length < 0 || length > bytes.limit() - HEADER_BYTES
                || sum != sum(bytes.array(), length)) {
            return;
        }
        turn = itsTurn;
        before.clear();
        new String(bytes.array(), HEADER_BYTES, length, StandardCharsets.UTF_8).lines().forEach(line -> {
            int space = line.lastIndexOf(' ');
            before.put(line.substring(0, space), Long.parseLong(line.substring(space + 1)));
        });
    }

    private static long sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, HEADER_BYTES, length);
        return sum.getValue() + 1;
    }

    /** {@return what the run before wrote last; empty when there was none} */
    Map<String, Long> before() {
        return before;
    }

    /** {@return a number that the run before wrote; 0 when it wrote none} */
    long before(String key) {
        return before.getOrDefault(key, 0L);
    }

    /** Whether a file that the ledger names is there, or has been set aside. */
    boolean isThere(String name) {
        return Files.exists(file.resolveSibling(name), LinkOption.NOFOLLOW_LINKS)
                || Files.exists(file.resolveSibling(name + ".damaged"), LinkOption.NOFOLLOW_LINKS);
    }

    /** Writes numbers by their keys; those that do not fit are left out, the last first. */
    void write(LinkedHashMap<String, Long> numbers) throws IOException {
        if (numbers.equals(written)) {
            return;
        }
        if (channel == null) {
            open();
        }
        ByteBuffer bytes = ByteBuffer.allocate(PLACE_BYTES).position(HEADER_BYTES);
        numbers.forEach((key, number) -> {
            byte[] line = (key + ' ' + number + '\n').getBytes(StandardCharsets.UTF_8);
            if (line.length <= bytes.remaining()) {
                bytes.put(line);
            }
        });
        int length = bytes.position() - HEADER_BYTES;
        turn++;
        bytes.putLong(0, turn).putLong(Long.BYTES, sum(bytes.array(), length)).putInt(2 * Long.BYTES, length).flip();
        write(bytes, turn % PLACES * PLACE_BYTES);
        written = numbers;
    }

    private void write(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
