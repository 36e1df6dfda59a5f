// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.nio.ByteBuffer;

/** Which hashes may be in a set: some bits of each are set, and a set that lacks one of them does not have the hash. */
final class BloomFilter {

    private final long[] words;

    private final int bitsOfEach;

    /**
     * An empty one.
     *
     * @param bits how many it has, a power of two
     * @param bitsOfEach how many bits of a hash are set, each by as much of its 64 bits
     */
    BloomFilter(int bits, int bitsOfEach) {
        this.words = new long[bits / Long.SIZE];
        this.bitsOfEach = bitsOfEach;
    }

    void add(long hash) {
        for (int i = 0; i < bitsOfEach; i++) {
            int bit = bit(hash, i);
            words[bit / Long.SIZE] |= 1L << bit;
        }
    }

    boolean mayHave(long hash) {
        for (int i = 0; i < bitsOfEach; i++) {
            int bit = bit(hash, i);
            if ((words[bit / Long.SIZE] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private int bit(long hash, int i) {
        return (int) (hash >>> i * (Long.SIZE / bitsOfEach)) & words.length * Long.SIZE - 1;
    }

    /** Takes what another of the same size has. */
    void addAll(BloomFilter other) {
        for (int i = 0; i < words.length; i++) {
            words[i] |= other.words[i];
        }
    }

    void write(ByteBuffer bytes) {
        for (long word : words) {
            bytes.putLong(word);
        }
    }

    void read(ByteBuffer bytes) {
        for (int i = 0; i < words.length; i++) {
            words[i] = bytes.getLong();
        }
    }

    /** Spreads numbers that are not random, as MurmurHash3 ends. */
    static long mix(long number) {
        long hash = (number ^ number >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
