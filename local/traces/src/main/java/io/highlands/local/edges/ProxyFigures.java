// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

/**
 * What the access log of the caller's proxy says of an edge.
 *
 * @param requests requests; attempts of one request are one
 * @param failed those that ended with a 5xx or without an answer
 * @param byProxy those of the failed that had no answer of the next hop: the caller's proxy made them itself
 * @param refused those that ended with a 4xx
 * @param meanMillis mean time of all
 * @param upstreamMillis mean time until the next hop's first byte, of those that had one; NaN when none had
 * @param p99Millis 99th percentile of the time
 * @param longestMillis the longest time
 */
public record ProxyFigures(long requests, long failed, long byProxy, long refused, double meanMillis,
        double upstreamMillis, double p99Millis, double longestMillis) {

    /** Nothing was called. */
    public static final ProxyFigures NONE = new ProxyFigures(0, 0, 0, 0, Double.NaN, Double.NaN, Double.NaN,
            Double.NaN);
}
