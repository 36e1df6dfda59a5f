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

    private static final Pattern NULL = Pattern.compile("(?:^|[\\w\\]]: |[Mm]essage(?:\":\"|>))null(?:$|\"|<)");

    private Told() {
    }

    /** {@return what is wrong with what a user is told, if anything is} */
    static Optional<String> fault(String told) {
        Matcher java = JAVA.matcher(told);
        if (java.find()) {
            return Optional.of("a user is told '" + java.group().strip() + "' in: " + around(told, java.start()));
        }
        Matcher nothing = NULL.matcher(told);
        if (nothing.find()) {
            return Optional.of("a user is told null in: " + around(told, nothing.start()));
        }
        return Optional.empty();
    }

    private static String around(String told, int at) {
        return told.substring(Math.max(0, at - 100), Math.min(told.length(), at + 150));
    }
}
