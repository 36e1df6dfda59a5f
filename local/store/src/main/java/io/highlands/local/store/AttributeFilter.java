// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.nio.ByteBuffer;
import java.util.Optional;

import io.highlands.local.span.Span;

/**
 * What some thousand spans have of attributes, so that a search reads only where a span may fit: a Bloom filter of names and of
 * names with values, and between which numbers the values of the first names lie. Numbers are told apart by what they are, not
 * by how they are written. What an attribute's text has as escapes counts as written: no search asks for it.
 */
final class AttributeFilter {

    /** For some 16,000 different values two bits each, about four tenths are set. */
    private static final int BITS = SpanBlocks.SPANS * 8;

    /** Names whose numbers are noted. */
    private static final int MAX_NAMES = 64;

    /** Grows with every change of what a value's number or hash is: what was written by another rule leaves spans out. */
    private static final int VERSION = 3;

    private static final int BYTES = 2 * Integer.BYTES + MAX_NAMES * 3 * Long.BYTES + BITS / Byte.SIZE;

    private final BloomFilter bits = new BloomFilter(BITS, 2);

    private final long[] names = new long[MAX_NAMES];

    private final double[] smallest = new double[MAX_NAMES];

    private final double[] largest = new double[MAX_NAMES];

    private int known;

    void add(SpanRow row) {
        Span span = row.span();
        for (SpanField field : SpanField.values()) {
            String value = field.of(span);
            if (!value.isEmpty()) {
                long name = name(field);
                add(name, value, 0, value.length());
            }
        }
        addAttributes(row.attributes());
    }

    private void addAttributes(String text) {
        int begin = 0;
        int unit = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case AttributeText.ESCAPE -> i++;
                case AttributeText.UNIT -> unit = i;
                case AttributeText.RECORD -> {
                    add(hash(text, begin, unit), text, unit + 1, i);
                    begin = i + 1;
                }
                default -> {
                }
            }
        }
    }

    private void add(long name, String text, int from, int until) {
        double number = AttributeNumber.of(text, from, until);
        bits.add(name);
        if (Double.isNaN(number)) {
            bits.add(pair(name, hash(text, from, until)));
        } else {
            bits.add(pair(name, Double.doubleToLongBits(number + 0.0)));
            note(name, number);
        }
    }

    private void note(long name, double number) {
        int place = place(name);
        if (place < known) {
            smallest[place] = Math.min(smallest[place], number);
            largest[place] = Math.max(largest[place], number);
        } else if (known < MAX_NAMES) {
            names[known] = name;
            smallest[known] = number;
            largest[known++] = number;
        }
    }

    private int place(long name) {
        int place = 0;
        while (place < known && names[place] != name) {
            place++;
        }
        return place;
    }

    /** Whether one of the spans may fit a condition. */
    boolean mayFit(SpanCondition condition) {
        return condition.field().map(field -> mayFit(name(field), condition)).orElse(false)
                || condition.isAttribute() && mayFit(hash(condition.key(), 0, condition.key().length()), condition);
    }

    private boolean mayFit(long name, SpanCondition condition) {
        double number = condition.number();
        if (!bits.mayHave(name) || condition.comparison().isOrder() && !mayBeSo(name, condition.comparison(), number)) {
            return false;
        }
        return condition.comparison() != SpanCondition.Comparison.EQUAL || bits.mayHave(pair(name, Double.isNaN(number)
                ? hash(condition.value(), 0, condition.value().length())
                : Double.doubleToLongBits(number + 0.0)));
    }

    /** Whether one of the numbers compares so; a name that is not noted may have any. */
    private boolean mayBeSo(long name, SpanCondition.Comparison comparison, double number) {
        int place = place(name);
        return place == known
                ? known == MAX_NAMES
                : comparison.holds(smallest[place], number) || comparison.holds(largest[place], number);
    }

    /** The longest of the spans, in nanoseconds. */
    long longest() {
        int place = place(name(SpanField.DURATION));
        return place == known ? Long.MAX_VALUE : (long) largest[place];
    }

    private static long name(SpanField field) {
        return BloomFilter.mix(field.ordinal() + 1);
    }

    private static long pair(long name, long value) {
        return BloomFilter.mix(name * 31 + value);
    }

    private static long hash(String text, int from, int until) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < until; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return BloomFilter.mix(hash);
    }

    /** As the file keeps it. */
    byte[] write() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putInt(VERSION).putInt(known);
        for (int i = 0; i < MAX_NAMES; i++) {
            bytes.putLong(names[i]).putDouble(smallest[i]).putDouble(largest[i]);
        }
        bits.write(bytes);
        return bytes.array();
    }

    /** {@return what was written; empty for anything else and for another version, which leaves its spans to be read} */
    static Optional<AttributeFilter> read(byte[] written) {
        if (written == null || written.length != BYTES) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(written);
        int version = bytes.getInt();
        int known = bytes.getInt();
        if (version != VERSION || known < 0 || known > MAX_NAMES) {
            return Optional.empty();
        }
        AttributeFilter filter = new AttributeFilter();
        filter.known = known;
        for (int i = 0; i < MAX_NAMES; i++) {
            filter.names[i] = bytes.getLong();
            filter.smallest[i] = bytes.getDouble();
            filter.largest[i] = bytes.getDouble();
        }
        filter.bits.read(bytes);
        return Optional.of(filter);
    }
}
