// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import io.highlands.local.span.Span;

/**
 * Where in a file the spans of a trace are: for every few thousand spans, in the order of their numbers, a Bloom filter of
 * their traces. It spares a look at all trace ids of a file, which takes longer than everything else about a trace, and
 * costs a byte a span.
 */
final class SpanBlocks {

    /** Spans in a block at most. */
    static final int SPANS = 8192;

    private static final int BITS = SPANS * 8;

    private final List<Block> blocks = new ArrayList<>();

    /** Numbers from the first to the last, both included. */
    record Numbers(long first, long last) {}

    /** Some thousand spans. */
    private static final class Block {

        private final long[] bits = new long[BITS / Long.SIZE];

        private int spans;

        private long first = Long.MAX_VALUE;

        private long last = Long.MIN_VALUE;

        private long earliest = Long.MAX_VALUE;

        private long latest = Long.MIN_VALUE;

        void add(long number, long traceLow, long startNanos) {
            spans++;
            first = Math.min(first, number);
            last = Math.max(last, number);
            earliest = Math.min(earliest, startNanos);
            latest = Math.max(latest, startNanos);
            long hash = mix(traceLow);
            for (int i = 0; i < 4; i++) {
                int bit = (int) (hash >>> i * Short.SIZE) & BITS - 1;
                bits[bit / Long.SIZE] |= 1L << bit;
            }
        }

        boolean mayHave(long traceLow) {
            long hash = mix(traceLow);
            for (int i = 0; i < 4; i++) {
                int bit = (int) (hash >>> i * Short.SIZE) & BITS - 1;
                if ((bits[bit / Long.SIZE] & 1L << bit) == 0) {
                    return false;
                }
            }
            return true;
        }

        void join(Block other) {
            spans += other.spans;
            first = Math.min(first, other.first);
            last = Math.max(last, other.last);
            earliest = Math.min(earliest, other.earliest);
            latest = Math.max(latest, other.latest);
            for (int i = 0; i < bits.length; i++) {
                bits[i] |= other.bits[i];
            }
        }

        /** Spreads ids that are not random, as MurmurHash3 ends; {@link #BITS} takes 16 bits of it four times. */
        private static long mix(long id) {
            long hash = (id ^ id >>> 33) * 0xff51afd7ed558ccdL;
            hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
            return hash ^ hash >>> 33;
        }
    }

    /** Notes a span that the file has now. Numbers come in their order. */
    synchronized void add(long number, Span span) {
        if (blocks.isEmpty() || blocks.getLast().spans >= SPANS) {
            blocks.add(new Block());
        }
        blocks.getLast().add(number, span.trace().low(), span.startNanos());
    }

    /** Takes what a file has in any order, and makes blocks of it in {@link #end}. */
    final class Loading {

        private final TreeMap<Long, Block> byNumber = new TreeMap<>();

        private long currentKey = -1;

        private Block current;

        void add(long number, long traceLow, long startNanos) {
            long key = number / SPANS;
            if (key != currentKey) {
                current = byNumber.computeIfAbsent(key, unknown -> new Block());
                currentKey = key;
            }
            current.add(number, traceLow, startNanos);
        }

        void end() {
            synchronized (SpanBlocks.this) {
                for (Block block : byNumber.values()) {
                    if (blocks.isEmpty() || blocks.getLast().spans + block.spans > SPANS) {
                        blocks.add(block);
                    } else {
                        blocks.getLast().join(block);
                    }
                }
            }
        }
    }

    /** Where spans of a trace may be; the file has none elsewhere. */
    synchronized List<Numbers> of(long traceLow) {
        List<Numbers> found = new ArrayList<>();
        for (Block block : blocks) {
            if (!block.mayHave(traceLow)) {
                continue;
            }
            if (!found.isEmpty() && found.getLast().last() + 1 == block.first) {
                found.set(found.size() - 1, new Numbers(found.getLast().first(), block.last));
            } else {
                found.add(new Numbers(block.first, block.last));
            }
        }
        return found;
    }

    /** When its earliest span began; the end of time when there is none. */
    synchronized long earliest() {
        return blocks.stream().mapToLong(block -> block.earliest).min().orElse(Long.MAX_VALUE);
    }

    /** When its latest span began. */
    synchronized long latest() {
        return blocks.stream().mapToLong(block -> block.latest).max().orElse(Long.MIN_VALUE);
    }

    /** Whether spans began in a stretch of time. */
    synchronized boolean overlaps(long from, long until) {
        return blocks.stream().anyMatch(block -> block.earliest < until && block.latest >= from);
    }
}
