// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

/** What a function of metric math does. */
@FunctionalInterface
interface MathFunction {

    /** Computes the result, or throws a {@link MathException} that names the function and the argument. */
    Value apply(Arguments arguments);
}
