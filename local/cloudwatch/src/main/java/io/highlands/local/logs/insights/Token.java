// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

/**
 * A word of a query.
 *
 * @param kind what it is
 * @param text its text: without quotes for strings and quoted names
 * @param position index of its first character
 */
record Token(Kind kind, String text, int position) {

    /** What a token is. */
    enum Kind {
        /** A field, command, function or keyword. */
        NAME,
        /** A field in backticks. */
        QUOTED_NAME,
        /** A text in quotes. */
        STRING,
        /** A number. */
        NUMBER,
        /** A number with a unit of time, such as {@code 5m}. */
        DURATION,
        /** An operator or a bracket. */
        SYMBOL,
        /** The end of the query. */
        END
    }

    boolean is(String symbolOrWord) {
        return switch (kind) {
            case SYMBOL -> text.equals(symbolOrWord);
            case NAME -> text.equalsIgnoreCase(symbolOrWord);
            default -> false;
        };
    }

    @Override
    public String toString() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
