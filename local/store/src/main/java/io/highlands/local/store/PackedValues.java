// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.nio.ByteBuffer;

import io.highlands.cloudwatch.model.statistics.Distribution;

/**
 * Distinct values and their counts as bytes: a mark, then each value in 8 bytes, then each count in 4 or 8. Counts are whole
 * numbers in practice; the mark tells where they are not.
 */
final class PackedValues {

    private static final byte WHOLE_COUNTS = 1;

    private static final byte ANY_COUNTS = 2;

    private PackedValues() {
    }

    /** Null where the totals say all: all samples alike, or their values unknown. */
    static byte[] pack(Distribution samples) {
        if (!samples.hasValues() || samples.isEmpty() || samples.minimum() == samples.maximum()) {
            return null;
        }
        double[] values = samples.values();
        double[] counts = samples.counts();
        boolean whole = whole(counts);
        ByteBuffer bytes = ByteBuffer.allocate(1 + values.length * (whole ? 12 : 16));
        bytes.put(whole ? WHOLE_COUNTS : ANY_COUNTS);
        for (double value : values) {
            bytes.putDouble(value);
        }
        for (double count : counts) {
            if (whole) {
                bytes.putInt((int) count);
            } else {
                bytes.putDouble(count);
            }
        }
        return bytes.array();
    }

    /** Packed values as a file has them; null, as where the totals say all, where they are not what {@link #pack} writes. */
    static byte[] known(byte[] packed) {
        if (packed == null || packed.length == 0) {
            return null;
        }
        int width = packed[0] == WHOLE_COUNTS ? 12 : 16;
        boolean isMarked = packed[0] == WHOLE_COUNTS || packed[0] == ANY_COUNTS;
        return isMarked && packed.length > 1 && (packed.length - 1) % width == 0 ? packed : null;
    }

    static Distribution unpack(byte[] packed, double count, double sum, double minimum, double maximum) {
        if (packed == null) {
            return Distribution.ofStatisticSet(count, minimum == maximum ? minimum * count : sum, minimum, maximum);
        }
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        boolean whole = bytes.get() == WHOLE_COUNTS;
        int size = bytes.remaining() / (whole ? 12 : 16);
        double[] values = new double[size];
        double[] counts = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = bytes.getDouble();
        }
        for (int i = 0; i < size; i++) {
            counts[i] = whole ? bytes.getInt() : bytes.getDouble();
        }
        return Distribution.of(values, counts);
    }

    private static boolean whole(double[] counts) {
        for (double count : counts) {
            if (count != (int) count) {
                return false;
            }
        }
        return true;
    }
}
