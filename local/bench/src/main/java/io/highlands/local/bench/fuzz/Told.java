// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no user may be told: names of Java's classes, frames of stacks, and nothing but {@code null}. */
final class Told {

    private static final Pattern JAVA = Pattern.compile(
            "\\b(?:java|javax|jdk|sun|io\\.highlands|io\\.undertow|org\\.xnio|tools\\.jackson|com\\.google|org\\.snakeyaml)"
                    + "(?:\\.[a-z][A-Za-z0-9_]*)*\\.[A-Z]\\w+"
                    + "|\\b(?:NullPointer|ClassCast|NumberFormat|IllegalArgument|IllegalState|IndexOutOfBounds"
                    + "|StringIndexOutOfBounds|ArrayIndexOutOfBounds|UnsupportedOperation|Arithmetic|DateTime|DateTimeParse"
                    + "|NoSuchElement|NegativeArraySize|StreamRead|Jackson|YamlEngine|Parser|Scanner)Exception\\b"
                    + "|\\b(?:StackOverflow|OutOfMemory|Assertion)Error\\b"
                    + "|\\n\\s*at [\\w.$]+\\(|\\[Source: |Cannot invoke \"|Index -?\\d+ out of bounds|For input string"
                    + "|\\bbegin -?\\d+, end -?\\d+|\\bJsonToken\\b|StreamReadConstraints");

    private static final Pattern NULL = Pattern.compile("^null$|[Mm]essage(?:\":\"|>)null(?:\"|<)");
    /** Also what quotes the input looks like this. */
    private static final Pattern NULL_AT_END = Pattern.compile("[\\w\\]]: null(?:$|\"|<)");

    private Told() {
    }

    /**
     * {@return what is wrong with what a user is told, if anything is}
     *
     * @param told what the user is told
     * @param input the user's own text, whose {@code null} may be repeated
     */
    static Optional<String> fault(String told, String input) {
        Matcher java = JAVA.matcher(told);
        if (java.find()) {
            return Optional.of("a user is told '" + java.group().strip() + "' in: " + around(told, java.start()));
        }
        Matcher nothing = NULL.matcher(told);
        Matcher last = NULL_AT_END.matcher(told);
        if (nothing.find()) {
            return Optional.of("a user is told null in: " + around(told, nothing.start()));
        }
        return last.find() && !input.contains("null")
                ? Optional.of("a user is told null in: " + around(told, last.start()))
                : Optional.empty();
    }

    private static String around(String told, int at) {
        return told.substring(Math.max(0, at - 100), Math.min(told.length(), at + 150));
    }
}
