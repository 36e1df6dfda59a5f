// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

/**
 * A piece of an expression.
 *
 * @param kind what it is
 * @param text its characters; of a string without the quotes
 * @param position index of its first character
 */
record Token(Kind kind, String text, int position) {

    /** What a token is. */
    enum Kind {
        /** A literal such as 12.5. */
        NUMBER,
        /** A text in quotes. */
        STRING,
        /** A name that starts with a lower-case letter: a metric or an expression. */
        ID,
        /** A name in upper case: a function or a keyword. */
        NAME,
        /** An operator, a parenthesis, a bracket or a comma. */
        SYMBOL,
        /** The end of the expression. */
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
