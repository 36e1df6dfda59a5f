// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.util.ArrayList;
import java.util.List;

/**
 * A reading of a {@link LatencyCounter}: how many, their sum, and a histogram exact to an eighth, from which percentiles
 * come. Minimum and maximum of a difference of two readings are exact to the bucket, those of a reading since the start to
 * the microsecond.
 *
 * @param count how many durations
 * @param sumMicros their sum in microseconds
 * @param minMicros the shortest in microseconds; 0 when there is none
 * @param maxMicros the longest in microseconds; 0 when there is none
 * @param buckets how many fell into each bucket
 */
public record Latencies(long count, long sumMicros, long minMicros, long maxMicros, long[] buckets) {

    public Latencies {
        buckets = buckets.clone();
    }

    @Override
    public long[] buckets() {
        return buckets.clone();
    }

    /** {@return the mean in microseconds; 0 when there is none} */
    public double meanMicros() {
        return count == 0 ? 0 : (double) sumMicros / count;
    }

    /**
     * {@return the duration in microseconds that the given share of all do not exceed; 0 when there is none}
     *
     * @param percentile more than 0, at most 100
     */
    public long percentileMicros(double percentile) {
        if (percentile <= 0 || percentile > 100) {
            throw new IllegalArgumentException("percentile " + percentile + " is not in (0, 100]");
        }
        long rank = Math.max(1, (long) Math.ceil(count * percentile / 100));
        long seen = 0;
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            seen += buckets[bucket];
            if (seen >= rank) {
                return Math.clamp(LatencyCounter.upperBound(bucket), minMicros, maxMicros);
            }
        }
        return 0;
    }

    /**
     * {@return what was counted since an earlier reading}
     *
     * @param earlier the earlier reading of the same counter
     */
    public Latencies since(Latencies earlier) {
        long[] more = new long[buckets.length];
        int first = -1;
        int last = -1;
        for (int bucket = 0; bucket < more.length; bucket++) {
            more[bucket] = buckets[bucket] - earlier.buckets[bucket];
            if (more[bucket] > 0) {
                first = first < 0 ? bucket : first;
                last = bucket;
            }
        }
        if (last < 0) {
            return new Latencies(0, 0, 0, 0, more);
        }
        return new Latencies(count - earlier.count, sumMicros - earlier.sumMicros,
                Math.max(minMicros, LatencyCounter.lowerBound(first)),
                Math.min(maxMicros, LatencyCounter.upperBound(last)), more);
    }

    /**
     * Durations that are alike.
     *
     * @param micros the middle of their bucket in microseconds, within minimum and maximum
     * @param count how many
     */
    public record Part(double micros, long count) {}

    /** {@return all durations, shortest first, those of one bucket together} */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            if (buckets[bucket] > 0) {
                double middle = (LatencyCounter.lowerBound(bucket) + LatencyCounter.upperBound(bucket)) / 2.0;
                parts.add(new Part(Math.max(minMicros, Math.min(middle, maxMicros)), buckets[bucket]));
            }
        }
        return parts;
    }
}
