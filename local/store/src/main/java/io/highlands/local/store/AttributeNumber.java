// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

/**
 * Which values of attributes are numbers: digits, with a minus before and a fraction behind where there is one, such as
 * {@code 42}, {@code -1} and {@code 0.25}. More digits than 15 before the point name something, as a double does not hold them;
 * behind it a double has more of them, such as {@code 0.7236483927461823}.
 */
final class AttributeNumber {

    private static final int MAX_DIGITS = 15;

    private static final int MAX_FRACTION_DIGITS = 40;

    private AttributeNumber() {
    }

    static double of(String text) {
        return of(text, 0, text.length());
    }

    /** The number that a part of a text is; not a number (NaN) where it is none. */
    static double of(String text, int from, int until) {
        int first = from < until && text.charAt(from) == '-' ? from + 1 : from;
        int point = digits(text, first, until, MAX_DIGITS);
        if (point == first) {
            return Double.NaN;
        }
        if (point == until) {
            long number = Long.parseLong(text, first, until, 10);
            return first == from ? number : -number;
        }
        boolean isFraction = text.charAt(point) == '.' && point + 1 < until
                && digits(text, point + 1, until, MAX_FRACTION_DIGITS) == until;
        return isFraction ? Double.parseDouble(text.substring(from, until)) : Double.NaN;
    }

    /** Where the digits end; where they begin when there are none or too many. */
    private static int digits(String text, int from, int until, int most) {
        int end = from;
        while (end < until && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - from > most ? from : end;
    }
}
