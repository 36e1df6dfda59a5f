// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

/** What shares the room in memory until it is written, so that a flood of one kind turns nothing of another away. */
enum Lane {

    /** Metrics and logs: about 10 MiB. */
    SIGNALS(100_000),

    /** Spans: about 32 MiB, as the files are at times rewritten for longer than a second, and agents do not send twice. */
    SPANS(320_000);

    private final long capacity;

    Lane(long capacity) {
        this.capacity = capacity;
    }

    /** How much may wait, in {@link Row#weight}. */
    long capacity() {
        return capacity;
    }
}
