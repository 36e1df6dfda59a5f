// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.measure;

import java.math.BigDecimal;

/** Numbers as people write them. */
public final class Numbers {

    private Numbers() {
    }

    /** Without exponent or needless zeros: {@code 99.9}, {@code 10}. */
    public static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
