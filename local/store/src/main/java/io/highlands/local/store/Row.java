// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

/** Something on its way to disk. Its sequence number says whether a reader finds it in memory or in a file. */
abstract sealed class Row permits SampleRow, LogRow, SpanRow {

    private long sequence;

    private boolean onDisk;

    /** The moment by which its slice is chosen, in seconds since 1970. */
    abstract long second();

    /** How much memory it takes, where a sample of one value takes 1. */
    abstract int weight();

    /** With what else it shares the room in memory. */
    Lane lane() {
        return Lane.SIGNALS;
    }

    final long sequence() {
        return sequence;
    }

    final void number(long next) {
        sequence = next;
    }

    final boolean onDisk() {
        return onDisk;
    }

    final void written() {
        onDisk = true;
    }
}
