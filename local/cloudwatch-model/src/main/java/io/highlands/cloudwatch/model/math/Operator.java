// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** The operators between two operands, with their precedence: what binds tighter has the higher number. */
enum Operator {

    OR("OR", 1, (a, b) -> truth(a != 0 || b != 0)),

    AND("AND", 2, (a, b) -> truth(a != 0 && b != 0)),

    EQUAL("==", 3, (a, b) -> truth(a == b)),

    NOT_EQUAL("!=", 3, (a, b) -> truth(a != b)),

    LESS("<", 4, (a, b) -> truth(a < b)),

    LESS_OR_EQUAL("<=", 4, (a, b) -> truth(a <= b)),

    GREATER(">", 4, (a, b) -> truth(a > b)),

    GREATER_OR_EQUAL(">=", 4, (a, b) -> truth(a >= b)),

    PLUS("+", 5, Double::sum),

    MINUS("-", 5, (a, b) -> a - b),

    TIMES("*", 6, (a, b) -> a * b),

    DIVIDED_BY("/", 6, (a, b) -> b == 0 ? Double.NaN : a / b),

    POWER("^", 8, Math::pow);

    /** Precedence of the minus sign before an operand: below ^, so that -2^2 is -4. */
    static final int NEGATION = 7;

    private final String symbol;

    private final int precedence;

    private final DoubleBinaryOperator function;

    Operator(String symbol, int precedence, DoubleBinaryOperator function) {
        this.symbol = symbol;
        this.precedence = precedence;
        this.function = function;
    }

    static Optional<Operator> of(Token token) {
        return Arrays.stream(values()).filter(operator -> token.is(operator.symbol)).findFirst();
    }

    String symbol() {
        return symbol;
    }

    int precedence() {
        return precedence;
    }

    boolean bindsRight() {
        return this == POWER;
    }

    boolean isArithmetic() {
        return precedence >= PLUS.precedence;
    }

    /** The result, NaN where there is none: division by zero, overflow, or an operand that is none itself. */
    double apply(double left, double right) {
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return Double.NaN;
        }
        double result = function.applyAsDouble(left, right);
        return Double.isFinite(result) ? result : Double.NaN;
    }

    private static double truth(boolean value) {
        return value ? 1 : 0;
    }
}
