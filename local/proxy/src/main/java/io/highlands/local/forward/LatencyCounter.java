// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A histogram of durations of bounded size: eight buckets to each power of two of microseconds, up to 19 hours. Safe for
 * use from several threads.
 */
public final class LatencyCounter {

    private static final int STEPS = 8;
    private static final int BUCKETS = 34 * STEPS;

    private final AtomicLongArray buckets = new AtomicLongArray(BUCKETS);
    private final AtomicLong sumMicros = new AtomicLong();
    private final AtomicLong minMicros = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong maxMicros = new AtomicLong();

    /**
     * @param nanos a duration in nanoseconds; a negative one counts as 0
     */
    public void count(long nanos) {
        long micros = Math.max(0, nanos / 1000);
        buckets.incrementAndGet(bucket(micros));
        sumMicros.addAndGet(micros);
        if (micros < minMicros.get()) {
            minMicros.accumulateAndGet(micros, Math::min);
        }
        if (micros > maxMicros.get()) {
            maxMicros.accumulateAndGet(micros, Math::max);
        }
    }

    /** {@return what was counted so far} */
    public Latencies snapshot() {
        long[] copy = new long[BUCKETS];
        long count = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            copy[bucket] = buckets.get(bucket);
            count += copy[bucket];
        }
        long min = minMicros.get();
        return new Latencies(count, sumMicros.get(), min == Long.MAX_VALUE ? 0 : min, maxMicros.get(), copy);
    }

    static int bucket(long micros) {
        if (micros < STEPS) {
            return (int) micros;
        }
        int power = 63 - Long.numberOfLeadingZeros(micros);
        int step = (int) (micros >>> power - 3) - STEPS;
        return Math.min(BUCKETS - 1, (power - 2) * STEPS + step);
    }

    static long lowerBound(int bucket) {
        if (bucket < STEPS) {
            return bucket;
        }
        int power = bucket / STEPS + 2;
        return (long) (STEPS + bucket % STEPS) << power - 3;
    }

    static long upperBound(int bucket) {
        return bucket == BUCKETS - 1 ? Long.MAX_VALUE : lowerBound(bucket + 1) - 1;
    }
}
