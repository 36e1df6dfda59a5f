// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import java.util.OptionalDouble;

/** The five statistics that statistic sets can answer too. */
enum BasicStatistic implements Statistic {

    /** How many samples there are. */
    SampleCount,
    /** The sum of all samples. */
    Sum,
    /** Sum divided by SampleCount. */
    Average,
    /** The lowest sample. */
    Minimum,
    /** The highest sample. */
    Maximum;

    @Override
    public boolean needsValues() {
        return false;
    }

    @Override
    public OptionalDouble compute(Distribution samples) {
        return OptionalDouble.of(switch (this) {
            case SampleCount -> samples.sampleCount();
            case Sum -> samples.sum();
            case Average -> samples.sum() / samples.sampleCount();
            case Minimum -> samples.minimum();
            case Maximum -> samples.maximum();
        });
    }
}
