// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Bounds as percentiles. Only whole samples are cut off: from n samples, the lowest floor(low x n) and the highest
 * floor((1 - high) x n).
 *
 * @param low lower bound in percent, 0 when not given
 * @param high upper bound in percent, 100 when not given
 */
record PercentBounds(BigDecimal low, BigDecimal high) implements Bounds {

    @Override
    public Kept keep(Distribution samples) {
        double first = floor(low, samples.sampleCount());
        double last = Math.min(ceiling(high, samples.sampleCount()), samples.sampleCount());
        double count = 0;
        double sum = 0;
        double lowEdge = Double.NaN;
        double highEdge = Double.NaN;
        double seen = 0;
        for (int i = 0; i < samples.distinct(); i++) {
            double until = seen + samples.count(i);
            double kept = Math.min(until, last) - Math.max(seen, first);
            seen = until;
            if (kept <= 0) {
                continue;
            }
            count += kept;
            sum += kept * samples.value(i);
            lowEdge = count == kept ? samples.value(i) : lowEdge;
            highEdge = samples.value(i);
        }
        return new Kept(count, sum, first, samples.sampleCount() - last, lowEdge, highEdge);
    }

    /** How many samples a percentage is at most. Decimal arithmetic, so that 10 % of 30 is 3 and not 3.0000000000000004. */
    static double floor(BigDecimal percent, double samples) {
        return rank(percent, samples, RoundingMode.FLOOR);
    }

    /** How many samples a percentage is at least. */
    static double ceiling(BigDecimal percent, double samples) {
        return rank(percent, samples, RoundingMode.CEILING);
    }

    private static double rank(BigDecimal percent, double samples, RoundingMode rounding) {
        return percent.movePointLeft(2).multiply(BigDecimal.valueOf(samples)).setScale(0, rounding).doubleValue();
    }
}
