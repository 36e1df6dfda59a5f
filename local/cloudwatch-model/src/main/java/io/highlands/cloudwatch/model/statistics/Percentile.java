// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * {@code pNN}: the highest value that remains when the highest (100 - NN) % of the samples are ignored.
 *
 * @param name as written, such as {@code p99.9}
 * @param percent from 0 to 100, up to 10 decimal places
 */
public record Percentile(String name, BigDecimal percent) implements Statistic {

    @Override
    public OptionalDouble compute(Distribution samples) {
        double rank = Math.max(PercentBounds.ceiling(percent, samples.sampleCount()), Double.MIN_VALUE);
        double seen = 0;
        for (int i = 0; i < samples.distinct(); i++) {
            seen += samples.count(i);
            if (seen >= rank) {
                return OptionalDouble.of(samples.value(i));
            }
        }
        return OptionalDouble.of(samples.maximum());
    }
}
