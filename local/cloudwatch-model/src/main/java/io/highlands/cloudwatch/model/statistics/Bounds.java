// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

/** Which samples a trimmed statistic keeps. */
sealed interface Bounds permits PercentBounds, ValueBounds {

    /** Counts, for each distinct value, how many of its samples lie within the bounds, and what lies outside. */
    Kept keep(Distribution samples);

    /**
     * What the bounds keep.
     *
     * @param count how many samples are kept
     * @param sum their sum
     * @param below how many samples lie below the lower bound
     * @param above how many samples lie above the upper bound
     * @param lowEdge the value that stands for those below, when winsorizing
     * @param highEdge the value that stands for those above, when winsorizing
     */
    record Kept(double count, double sum, double below, double above, double lowEdge, double highEdge) {}
}
