// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.batch;

import java.math.BigDecimal;

/** Doubles as a search compares them: digits without an exponent, and without a fraction where they have none. */
public final class NumberText {

    private static final double SMALLEST = 1e-20;

    private static final double LARGEST = 1e18;

    private NumberText() {
    }

    /**
     * Writes a double.
     *
     * @param value any, also one that is infinite or not a number
     * @return its shortest digits; with an exponent below 1e-20 and from 1e18 on
     */
    public static String of(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (!(size >= SMALLEST && size < LARGEST)) {
            return Double.toString(value);
        }
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
