// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.util.Locale;

/** Numbers as sentences have them. */
final class Words {

    private Words() {
    }

    /** A time in milliseconds, with a decimal below ten. */
    static String millis(double millis) {
        return millis < 9.95
                ? String.format(Locale.ROOT, "%.1f", millis).replaceFirst("\\.0$", "") + " ms"
                : String.format(Locale.ROOT, "%.0f ms", millis);
    }

    /** A share in whole percent; what is not all is never called 100 %, what is not nothing never 0 %. */
    static String percent(long part, long whole) {
        long share = Math.round(100.0 * part / whole);
        if (share == 0 && part > 0) {
            return "less than 1 %";
        }
        return (share == 100 && part < whole ? "more than 99" : share) + " %";
    }

    /** {@code 1 request}, {@code 7 requests}. */
    static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
