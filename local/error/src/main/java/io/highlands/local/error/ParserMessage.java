// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.error;

import java.util.regex.Pattern;

/** What a parser of a library says of a text that it cannot read, without what it says of itself. */
public final class ParserMessage {

    private static final Pattern SOURCE = Pattern
            .compile(" ?\\([^()\\[]*\\[Source: [^\\]]*\\]\\)|\\[Source: [^\\]]*\\]");
    private static final Pattern SETTING = Pattern
            .compile(", from `\\w+\\.\\w+\\(\\)`| \\(from `\\w+\\.\\w+\\(\\)`\\)");
    private static final Pattern TOKEN = Pattern.compile("`?(?:\\bJsonToken\\.(?:VALUE_)?|\\bVALUE_)(\\w+)`?");
    private static final Pattern THROWN = Pattern.compile("\\b(?:[a-z]\\w*\\.)+[A-Z]\\w*:(?: |$)");
    private static final Pattern TYPE = Pattern.compile("`(?:[a-z]\\w*\\.)+([A-Z]\\w*)`");
    private static final Pattern CAST = Pattern.compile("class \\S+ cannot be cast to class .*");
    private static final Pattern NUMBER = Pattern.compile("For input string: ");

    private ParserMessage() {
    }

    /**
     * {@return the first line of a message, fit to be shown to a user} Names of the library's classes and settings, and the
     * place that it does not tell, are left out.
     *
     * @param message what the library's exception says; null for nothing
     */
    public static String of(String message) {
        String line = message == null ? "" : message.lines().findFirst().orElse("").strip();
        line = SOURCE.matcher(line).replaceAll("");
        line = SETTING.matcher(line).replaceAll("");
        line = TOKEN.matcher(line).replaceAll("$1");
        line = CAST.matcher(line).replaceAll("a value of another kind than its tag says");
        line = THROWN.matcher(line).replaceAll("");
        line = TYPE.matcher(line).replaceAll("$1");
        line = NUMBER.matcher(line).replaceAll("not a number: ");
        return line.isBlank() ? "it is not well formed" : line;
    }
}
