// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

/**
 * What the caller's HTTP client published of an edge.
 *
 * @param calls calls that were made
 * @param failed5xx calls that were answered with a 5xx, whoever made it
 * @param noAnswer calls without an answer: timed out, refused, broken off, unreadable
 * @param refused calls that were answered with a 4xx
 * @param rejected calls that were not made, because the circuit was open or the bulkhead full
 * @param meanMillis mean time until the whole answer was read, or the caller gave up; NaN without a call
 * @param longestMillis the longest time; NaN without a call
 */
public record ClientFigures(long calls, long failed5xx, long noAnswer, long refused, long rejected, double meanMillis,
        double longestMillis) {

    /**
     * Calls that somebody failed to answer well.
     *
     * @return 5xx, and those without an answer
     */
    public long failed() {
        return failed5xx + noAnswer;
    }
}
