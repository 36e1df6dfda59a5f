// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where in a file the spans of a trace are, and where those with an attribute: for every few thousand spans, in the order of
 * their numbers, Bloom filters of their traces and attributes. They spare a look at all spans of a file, and cost two bytes
 * a span. The filters of attributes are kept in the file, as it would take long to make them again.
 */
final class SpanBlocks {

    /** The table of filters. */
    static final String TABLE = "blocks";

    /** Spans in a block at most. */
    static final int SPANS = 8192;

    private final List<SpanBlock> blocks = new ArrayList<>();

    /** Numbers from the first to the last, both included. */
    record Numbers(long first, long last) {}

    /**
     * A block that a search may have to read.
     *
     * @param numbers those of its spans
     * @param spans how many there are
     * @param latest when the latest of them began, in nanoseconds since 1970
     * @param longest how many nanoseconds the longest of them took at most
     */
    record Part(Numbers numbers, int spans, long latest, long longest) {}

    /** Notes a span that the file has now. Numbers come in their order. */
    synchronized void add(long number, SpanRow row) {
        if (blocks.isEmpty() || !blocks.getLast().isOpen()) {
            blocks.add(new SpanBlock(new AttributeFilter(), false));
        }
        blocks.getLast().add(number, row);
    }

    /** Blocks whose filters of attributes are complete, and not in the file yet. */
    synchronized List<SpanBlock> toBeWritten() {
        return blocks.stream().filter(SpanBlock::isToBeWritten).toList();
    }

    /** Takes what a file has in any order, and makes blocks of it in {@link #end}. */
    final class Loading {

        /** Blocks by their first number or the one from which on they may have spans. */
        private final TreeMap<Long, SpanBlock> byNumber = new TreeMap<>();

        /** The last numbers of blocks with a filter by their first. */
        private final TreeMap<Long, Long> filtered = new TreeMap<>();

        private Numbers here = new Numbers(0, -1);

        private SpanBlock current;

        /** Notes a filter that the file has. */
        void filter(Numbers numbers, byte[] filter) {
            AttributeFilter.read(filter).ifPresent(known -> {
                filtered.put(numbers.first(), numbers.last());
                byNumber.put(numbers.first(), new SpanBlock(known, true));
            });
        }

        void add(long number, long traceLow, long startNanos) {
            if (number < here.first() || number > here.last()) {
                here = block(number);
                current = byNumber.computeIfAbsent(here.first(), unknown -> new SpanBlock(null, true));
            }
            current.add(number, traceLow, startNanos);
        }

        /** The numbers of its block: that of a filter, or what is between filters of the next thousands. */
        private Numbers block(long number) {
            Map.Entry<Long, Long> before = filtered.floorEntry(number);
            if (before != null && number <= before.getValue()) {
                return new Numbers(before.getKey(), before.getValue());
            }
            long first = Math.floorDiv(number, SPANS) * SPANS;
            Long after = filtered.higherKey(number);
            return new Numbers(before == null ? first : Math.max(first, before.getValue() + 1),
                    after == null ? first + SPANS - 1 : Math.min(first + SPANS - 1, after - 1));
        }

        void end() {
            synchronized (SpanBlocks.this) {
                for (SpanBlock block : byNumber.values()) {
                    if (blocks.isEmpty() || !blocks.getLast().canJoin(block)) {
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
        for (SpanBlock block : blocks) {
            if (!block.mayHave(traceLow)) {
                continue;
            }
            if (!found.isEmpty() && found.getLast().last() + 1 == block.first()) {
                found.set(found.size() - 1, new Numbers(found.getLast().first(), block.last()));
            } else {
                found.add(new Numbers(block.first(), block.last()));
            }
        }
        return found;
    }

    /** Where spans of a stretch of time may be that fit all conditions; the file has none elsewhere. */
    synchronized List<Part> of(List<SpanCondition> conditions, long from, long until) {
        return blocks.stream().filter(block -> block.overlaps(from, until) && block.mayFit(conditions))
                .map(block -> new Part(new Numbers(block.first(), block.last()), block.spans(), block.latest(),
                        block.longest()))
                .toList();
    }

    /** When its earliest span began; the end of time when there is none. */
    synchronized long earliest() {
        return blocks.stream().mapToLong(SpanBlock::earliest).min().orElse(Long.MAX_VALUE);
    }

    /** When its latest span began. */
    synchronized long latest() {
        return blocks.stream().mapToLong(SpanBlock::latest).max().orElse(Long.MIN_VALUE);
    }

    /** Whether spans began in a stretch of time. */
    synchronized boolean overlaps(long from, long until) {
        return blocks.stream().anyMatch(block -> block.overlaps(from, until));
    }
}
