// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.util.List;

/** Order statistics over measured figures. */
public final class Figures {

    private Figures() {
    }

    /**
     * The median: the middle one, or the mean of the two in the middle.
     *
     * @param values the figures, at least one
     * @return the median
     */
    public static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /**
     * A percentile by the nearest rank.
     *
     * @param values the figures, at least one
     * @param percent 0 to 100
     * @return the smallest figure that at least this share of them does not exceed
     */
    public static double percentile(List<Double> values, double percent) {
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.clamp(rank - 1L, 0, sorted.size() - 1));
    }
}
