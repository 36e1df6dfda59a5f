// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.Optional;

import io.highlands.local.span.Span;

/**
 * A condition on one span. A span that does not have the attribute fits none.
 *
 * @param key which attribute, by OpenTelemetry's name or as {@link SpanField} has it
 * @param comparison how its value is compared
 * @param value with what: a duration in nanoseconds, a kind in lower case; empty for {@link Comparison#PRESENT}
 */
public record SpanCondition(String key, Comparison comparison, String value) {

    /** Fits one span of a trace: that which none of its spans called. */
    public static final SpanCondition FIRST_SPAN = new SpanCondition("root", Comparison.EQUAL, "true");

    /** How a value is compared. Two numbers are compared as numbers, everything else character by character. */
    public enum Comparison {

        /** The same. */
        EQUAL("="),

        /** There, and another one. */
        NOT_EQUAL("!="),

        /** A larger number. */
        GREATER(">"),

        /** A number that is as large or larger. */
        AT_LEAST(">="),

        /** A smaller number. */
        LESS("<"),

        /** A number that is as small or smaller. */
        AT_MOST("<="),

        /** There, whatever it is. */
        PRESENT("=*");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** {@return how it is written} */
        public String sign() {
            return sign;
        }

        /** {@return whether it compares numbers only} */
        public boolean isOrder() {
            return this == GREATER || this == AT_LEAST || this == LESS || this == AT_MOST;
        }

        boolean holds(double held, double wanted) {
            return switch (this) {
                case EQUAL -> held == wanted;
                case NOT_EQUAL -> held != wanted;
                case GREATER -> held > wanted;
                case AT_LEAST -> held >= wanted;
                case LESS -> held < wanted;
                case AT_MOST -> held <= wanted;
                case PRESENT -> true;
            };
        }
    }

    /**
     * Whether a span fits.
     *
     * @param span the span with its attributes
     * @return true when its value is there and compares so
     */
    public boolean matches(Span span) {
        return field().map(known -> fits(known.of(span))).orElse(false) || isAttribute()
                && fits(span.attributes().getOrDefault(key, ""));
    }

    private boolean fits(String held) {
        if (held.isEmpty()) {
            return false;
        }
        double number = AttributeNumber.of(held);
        if (!Double.isNaN(number) && isNumber()) {
            return comparison.holds(number, number());
        }
        return switch (comparison) {
            case PRESENT -> true;
            case EQUAL -> held.equals(value);
            case NOT_EQUAL -> !held.equals(value);
            default -> false;
        };
    }

    Optional<SpanField> field() {
        return SpanField.of(key);
    }

    /** Whether a span may have it among its attributes. */
    boolean isAttribute() {
        return field().isEmpty() || field().get() == SpanField.EXCEPTION;
    }

    boolean isNumber() {
        return !Double.isNaN(number());
    }

    double number() {
        return AttributeNumber.of(value);
    }
}
