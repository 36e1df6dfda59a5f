// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * How many traces took about as long: a bar of a histogram.
 *
 * @param fromNanos the shortest duration, in nanoseconds
 * @param untilNanos the first duration that is too long, in nanoseconds
 * @param traces how many
 * @param failed how many of them failed
 */
public record DurationBucket(long fromNanos, long untilNanos, int traces, int failed) {

    /** Ten steps to a power of ten, each about a quarter more: series R10 of ISO 3, preferred numbers. */
    private static final int[] R10 = {100, 125, 160, 200, 250, 315, 400, 500, 630, 800};

    private static final List<Long> BOUNDS = bounds();

    private static List<Long> bounds() {
        List<Long> bounds = new ArrayList<>(List.of(0L));
        for (long power = 10; power <= 1_000_000_000_000L; power *= 10) {
            for (int step : R10) {
                bounds.add(step * power);
            }
        }
        return List.copyOf(bounds);
    }

    /**
     * Counts traces by duration.
     *
     * @param traces which
     * @return buckets without a gap from that of the shortest to that of the longest, those between them that have none included;
     *         none without traces. The first possible one holds all below 1 µs, the last all from 630,000 s on.
     */
    public static List<DurationBucket> of(List<TraceSample> traces) {
        int[] all = new int[BOUNDS.size() - 1];
        int[] failed = new int[all.length];
        int first = all.length;
        int last = -1;
        for (TraceSample trace : traces) {
            int bucket = bucket(trace.durationNanos());
            all[bucket]++;
            failed[bucket] += trace.isFailed() ? 1 : 0;
            first = Math.min(first, bucket);
            last = Math.max(last, bucket);
        }
        List<DurationBucket> buckets = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            buckets.add(new DurationBucket(BOUNDS.get(i), BOUNDS.get(i + 1), all[i], failed[i]));
        }
        return buckets;
    }

    private static int bucket(long nanos) {
        int bucket = 0;
        while (bucket + 2 < BOUNDS.size() && BOUNDS.get(bucket + 1) <= nanos) {
            bucket++;
        }
        return bucket;
    }
}
