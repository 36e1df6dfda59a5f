// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

/**
 * A function that expressions can call.
 *
 * @param name its name
 * @param fewest how many arguments it takes at least
 * @param most how many arguments it takes at most
 * @param function what it does
 */
record FunctionSpec(String name, int fewest, int most, MathFunction function) {

    void checkCount(int count, int position) {
        if (count >= fewest && count <= most) {
            return;
        }
        String allowed = fewest == most ? String.valueOf(fewest) : fewest + " to " + most;
        throw new MathException(position,
                name + " takes " + allowed + (most == 1 ? " argument" : " arguments") + ", not " + count);
    }
}
