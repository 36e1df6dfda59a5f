// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.List;

/** Some thousand spans of a file: between which numbers and times they are, and filters of their traces and attributes. */
final class SpanBlock {

    private static final int BITS = SpanBlocks.SPANS * 8;

    private final BloomFilter traces = new BloomFilter(BITS, 4);

    /** Null where it is not known. */
    private final AttributeFilter attributes;

    private boolean written;

    private int spans;

    private long first = Long.MAX_VALUE;

    private long last = Long.MIN_VALUE;

    private long earliest = Long.MAX_VALUE;

    private long latest = Long.MIN_VALUE;

    /** A block of which nothing is known yet; without a filter of attributes each search reads it. */
    SpanBlock(AttributeFilter attributes, boolean isWritten) {
        this.attributes = attributes;
        this.written = isWritten;
    }

    void add(long number, SpanRow row) {
        add(number, row.span().trace().low(), row.span().startNanos());
        attributes.add(row);
    }

    void add(long number, long traceLow, long startNanos) {
        spans++;
        first = Math.min(first, number);
        last = Math.max(last, number);
        earliest = Math.min(earliest, startNanos);
        latest = Math.max(latest, startNanos);
        traces.add(BloomFilter.mix(traceLow));
    }

    boolean mayHave(long traceLow) {
        return traces.mayHave(BloomFilter.mix(traceLow));
    }

    /** Whether one of its spans may fit all conditions. */
    boolean mayFit(List<SpanCondition> conditions) {
        return attributes == null || conditions.stream().allMatch(attributes::mayFit);
    }

    void join(SpanBlock other) {
        spans += other.spans;
        first = Math.min(first, other.first);
        last = Math.max(last, other.last);
        earliest = Math.min(earliest, other.earliest);
        latest = Math.max(latest, other.latest);
        traces.addAll(other.traces);
    }

    /** Whether two blocks can be one: they are small, and of neither is known what attributes it has. */
    boolean canJoin(SpanBlock other) {
        return attributes == null && other.attributes == null && spans + other.spans <= SpanBlocks.SPANS;
    }

    /** Whether spans can be added. */
    boolean isOpen() {
        return attributes != null && !written && !isFull();
    }

    boolean isFull() {
        return spans >= SpanBlocks.SPANS;
    }

    /** Whether its filter of attributes is complete and not in the file. */
    boolean isToBeWritten() {
        return isFull() && attributes != null && !written;
    }

    void written() {
        written = true;
    }

    byte[] filter() {
        return attributes.write();
    }

    int spans() {
        return spans;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    /** When its earliest span began; the end of time when it has none. */
    long earliest() {
        return earliest;
    }

    /** When its latest span began. */
    long latest() {
        return latest;
    }

    /** How long its longest span took at most. */
    long longest() {
        return attributes == null ? Long.MAX_VALUE : attributes.longest();
    }

    boolean overlaps(long from, long until) {
        return earliest < until && latest >= from;
    }
}
