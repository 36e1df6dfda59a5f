// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.util.HashMap;
import java.util.Map;

/**
 * Samples as CloudWatch takes them, values and how often each occurred. Exact while there are at most
 * {@value #EXACT} different values; from then on each is rounded to the nearest of a geometric row, so that it is wrong
 * by at most 1 %.
 */
final class Samples {

    /** As many values as one datum may have (API_MetricDatum: Values). */
    static final int EXACT = 150;

    private static final double GROWTH = Math.log(1.02);

    private Map<Double, Long> counts = new HashMap<>();
    private boolean rounded;

    synchronized void add(double value) {
        add(value, 1);
    }

    synchronized void addAll(Map<Double, Long> others) {
        others.forEach(this::add);
    }

    /** Everything since the last call. */
    synchronized Map<Double, Long> take() {
        Map<Double, Long> taken = counts;
        counts = new HashMap<>();
        rounded = false;
        return taken;
    }

    private void add(double value, long count) {
        counts.merge(rounded ? round(value) : value, count, Long::sum);
        if (!rounded && counts.size() > EXACT) {
            rounded = true;
            Map<Double, Long> exact = counts;
            counts = new HashMap<>();
            exact.forEach((v, n) -> counts.merge(round(v), n, Long::sum));
        }
    }

    private static double round(double value) {
        return value <= 0 ? 0 : Math.exp(Math.rint(Math.log(value) / GROWTH) * GROWTH);
    }
}
