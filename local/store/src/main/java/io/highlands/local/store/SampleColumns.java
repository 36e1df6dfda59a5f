// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.Arrays;

/**
 * One metric's samples in one hour, in arrays: 11 bytes a sample where each is a single value, 35 otherwise, and the packed
 * values where they were read.
 */
final class SampleColumns {

    private static final int WIDTH = 4;

    private final short[] offsets;

    private final byte[] units;

    /** Count, sum, minimum and maximum of each sample; only the value where all samples are single values. */
    private final double[] totals;

    /** Null where they were not read; each null where the totals say all. */
    private final byte[][] values;

    private final int bytes;

    private SampleColumns(short[] offsets, byte[] units, double[] totals, byte[][] values) {
        this.offsets = offsets;
        this.units = units;
        this.totals = totals;
        this.values = values;
        int size = 160 + offsets.length * 3 + totals.length * Double.BYTES;
        if (values != null) {
            for (byte[] packed : values) {
                size += packed == null ? 4 : 20 + packed.length;
            }
        }
        this.bytes = size;
    }

    /** What takes the samples of a metric. */
    @FunctionalInterface
    interface Receiver {

        void add(byte unit, long second, double count, double sum, double minimum, double maximum, byte[] values);
    }

    /**
     * Gives the samples of a stretch of time.
     *
     * @param hour the second in which the hour began
     * @param from the first second wanted
     * @param until the first second not wanted
     * @param receiver what takes them
     */
    void read(long hour, long from, long until, Receiver receiver) {
        boolean isSingle = totals.length == offsets.length;
        for (int i = 0; i < offsets.length; i++) {
            long second = hour + offsets[i];
            if (second >= from && second < until) {
                byte[] packed = values == null ? null : values[i];
                if (isSingle) {
                    receiver.add(units[i], second, 1, totals[i], totals[i], totals[i], packed);
                } else {
                    int at = i * WIDTH;
                    receiver.add(units[i], second, totals[at], totals[at + 1], totals[at + 2], totals[at + 3], packed);
                }
            }
        }
    }

    /** Whether the values were read beside the totals. */
    boolean hasValues() {
        return values != null;
    }

    /** About how much memory it takes. */
    int bytes() {
        return bytes;
    }

    /** The samples while they are read from a file. */
    static final class Builder {

        private short[] offsets = new short[16];

        private byte[] units = new byte[16];

        private double[] totals = new double[16 * WIDTH];

        private byte[][] values;

        private int size;

        private boolean isSingle = true;

        Builder(Detail detail) {
            values = detail == Detail.VALUES ? new byte[16][] : null;
        }

        void add(byte unit, int offset, double count, double sum, double minimum, double maximum, byte[] packed) {
            if (size == offsets.length) {
                offsets = Arrays.copyOf(offsets, size * 2);
                units = Arrays.copyOf(units, size * 2);
                totals = Arrays.copyOf(totals, size * 2 * WIDTH);
                values = values == null ? null : Arrays.copyOf(values, size * 2);
            }
            if (values != null) {
                values[size] = packed;
            }
            offsets[size] = (short) offset;
            units[size] = unit;
            int at = size++ * WIDTH;
            totals[at] = count;
            totals[at + 1] = sum;
            totals[at + 2] = minimum;
            totals[at + 3] = maximum;
            isSingle &= count == 1 && sum == minimum && sum == maximum;
        }

        SampleColumns build() {
            double[] kept = Arrays.copyOf(totals, isSingle ? size : size * WIDTH);
            for (int i = 0; isSingle && i < size; i++) {
                kept[i] = totals[i * WIDTH + 1];
            }
            return new SampleColumns(Arrays.copyOf(offsets, size), Arrays.copyOf(units, size), kept,
                    values == null ? null : Arrays.copyOf(values, size));
        }
    }
}
