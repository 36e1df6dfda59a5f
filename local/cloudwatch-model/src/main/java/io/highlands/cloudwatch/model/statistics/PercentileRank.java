// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import java.util.OptionalDouble;

/**
 * {@code PR(low:high)}: which percentage of the samples lies within two absolute values.
 *
 * @param name as written, such as {@code PR(:300)}
 * @param bounds the values
 */
record PercentileRank(String name, ValueBounds bounds) implements Statistic {

    @Override
    public OptionalDouble compute(Distribution samples) {
        return OptionalDouble.of(100 * bounds.keep(samples).count() / samples.sampleCount());
    }
}
