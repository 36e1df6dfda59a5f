// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/**
 * What the values of fields can be: null where there is no such field, {@link String}, {@link Double}, {@link Boolean} or
 * {@link Moment}. Text that reads as a number is one wherever a number is wanted, as in CloudWatch.
 */
final class Values {

    private Values() {
    }

    static OptionalDouble number(Object value) {
        return switch (value) {
            case null -> OptionalDouble.empty();
            case Double number -> OptionalDouble.of(number);
            case Boolean truth -> OptionalDouble.of(truth ? 1 : 0);
            case Moment moment -> OptionalDouble.of(moment.millis());
            default -> parse(value.toString());
        };
    }

    static String text(Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> digits(number);
            case Boolean truth -> truth ? "1" : "0";
            default -> value.toString();
        };
    }

    static boolean truth(Object value) {
        return value instanceof Boolean truth ? truth : number(value).orElse(0) != 0;
    }

    static boolean same(Object left, Object right) {
        if (left == null || right == null) {
            return false;
        }
        if (left instanceof Boolean || right instanceof Boolean) {
            return truthWord(left).equals(truthWord(right));
        }
        OptionalDouble a = number(left);
        OptionalDouble b = number(right);
        return a.isPresent() && b.isPresent() ? a.getAsDouble() == b.getAsDouble() : text(left).equals(text(right));
    }

    /** Numbers before texts, and nothing after all. */
    static int compare(Object left, Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        OptionalDouble a = number(left);
        OptionalDouble b = number(right);
        if (a.isPresent() && b.isPresent()) {
            return Double.compare(a.getAsDouble(), b.getAsDouble());
        }
        return a.isPresent() != b.isPresent() ? (a.isPresent() ? -1 : 1) : text(left).compareTo(text(right));
    }

    private static String truthWord(Object value) {
        String word = text(value);
        return word.equals("true") ? "1" : word.equals("false") ? "0" : word;
    }

    private static String digits(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return String.valueOf(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.valueOf((long) value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value);
        return (rounded.scale() > 4 && Math.abs(value) >= 1
                ? rounded.setScale(4, RoundingMode.HALF_UP)
                : rounded).stripTrailingZeros().toPlainString();
    }

    private static OptionalDouble parse(String text) {
        if (text.isEmpty() || text.length() > 40 || "+-.0123456789".indexOf(text.charAt(0)) < 0) {
            return OptionalDouble.empty();
        }
        char last = text.charAt(text.length() - 1);
        if (!Character.isDigit(last) && last != '.') {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
