// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.util.function.DoubleUnaryOperator;

/** Functions that change each value by itself. Values without a finite result, such as LOG of 0, are dropped. */
enum PointFunctions implements MathFunction {

    /** Absolute value. */
    ABS(Math::abs),
    /** Smallest integer that is not lower. */
    CEIL(Math::ceil),
    /** Largest integer that is not higher. */
    FLOOR(Math::floor),
    /** Natural logarithm. */
    LOG(Math::log),
    /** Logarithm to base 10. */
    LOG10(Math::log10);

    private final DoubleUnaryOperator change;

    PointFunctions(DoubleUnaryOperator change) {
        this.change = change;
    }

    @Override
    public Value apply(Arguments arguments) {
        Value value = arguments.value(0);
        return switch (value) {
            case Value.Series series -> new Value.Series(series.series().map(change));
            case Value.SeriesArray array -> Arithmetic.each(array.series(), series -> series.map(change));
            case Value.Scalar _ -> throw arguments.wrong(0, value, "TS or TS[]");
        };
    }
}
