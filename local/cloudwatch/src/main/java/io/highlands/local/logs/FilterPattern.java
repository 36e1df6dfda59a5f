// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.local.logs.bounds.LinearPattern;
import io.highlands.local.logs.bounds.PatternException;

/**
 * A filter pattern, of FilterLogEvents and of metric filters: terms, of which all, none ({@code -term}) or any
 * ({@code ?term}) are in the line; {@code %expression%}; or, for lines that are JSON objects,
 * {@code { $.level = "ERROR" && $.status >= 500 }}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html">Filter pattern
 *      syntax</a>
 */
public final class FilterPattern {

    private static final Pattern TERM = Pattern
            .compile("([-?]?)(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|%([^%]+)%|([^\\s\"]+))");
    private static final int LONGEST = 1_024;

    /** What a term may be without quotes. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_]+");

    /** What an expression may hold beside letters, digits and spaces, as AWS's page lists it. */
    private static final String SYMBOLS = ":_#=@/;,-^$?[]{}|\\*+.";

    /** Most expressions in one pattern, as AWS's page says. */
    private static final int MAX_EXPRESSIONS = 2;

    private final Predicate<String> test;
    private final Optional<String> contained;

    private FilterPattern(Predicate<String> test, Optional<String> contained) {
        this.test = test;
        this.contained = contained;
    }

    /**
     * Reads a pattern.
     *
     * @param text the pattern; blank matches every line
     * @return the pattern
     * @throws LogsException InvalidParameterException when it cannot be read
     */
    public static FilterPattern parse(String text) {
        String pattern = text.strip();
        if (pattern.length() > LONGEST) {
            throw invalid("it has " + pattern.length() + " characters, and at most " + LONGEST + " are allowed");
        }
        if (pattern.startsWith("{")) {
            Predicate<JsonLine> condition = new JsonPatternParser(pattern).parse();
            return new FilterPattern(line -> JsonLine.of(line).filter(condition).isPresent(), Optional.empty());
        }
        if (pattern.startsWith("[")) {
            throw invalid("patterns of columns, [a, b, …], are not served here");
        }
        return terms(pattern);
    }

    /**
     * Whether a line matches.
     *
     * @param line the line
     * @return true when it does
     */
    public boolean matches(String line) {
        return test.test(line);
    }

    /** A piece of text that is in every line that matches, by which a store can find them faster. */
    Optional<String> contained() {
        return contained;
    }

    private static FilterPattern terms(String pattern) {
        List<Predicate<String>> all = new ArrayList<>();
        List<Predicate<String>> any = new ArrayList<>();
        Optional<String> contained = Optional.empty();
        Matcher matcher = TERM.matcher(pattern);
        int end = 0;
        int expressions = 0;
        while (matcher.find()) {
            if (!pattern.substring(end, matcher.start()).isBlank()) {
                break;
            }
            end = matcher.end();
            expressions += matcher.group(3) == null ? 0 : 1;
            requirePlain(matcher.group(4));
            Predicate<String> term = term(matcher);
            switch (matcher.group(1)) {
                case "-" -> all.add(term.negate());
                case "?" -> any.add(term);
                default -> {
                    all.add(term);
                    contained = contained.isPresent() || matcher.group(3) != null
                            ? contained
                            : Optional.of(text(matcher));
                }
            }
        }
        requireFew(expressions);
        if (!pattern.substring(end).isBlank()) {
            throw invalid("'" + pattern.substring(end).strip() + "' is not a term");
        }
        Predicate<String> together = line -> all.stream().allMatch(term -> term.test(line));
        return all.isEmpty() && !any.isEmpty()
                ? new FilterPattern(line -> any.stream().anyMatch(term -> term.test(line)), Optional.empty())
                : new FilterPattern(together, contained);
    }

    /** Refuses characters that AWS takes in quotes only: "@" and "/" are the usual ones. */
    private static void requirePlain(String unquoted) {
        if (unquoted != null && !PLAIN.matcher(unquoted).matches()) {
            throw invalid("Invalid character(s) in term '" + unquoted
                    + "': a term with characters other than letters, digits and underscores stands in double quotes");
        }
    }

    private static Predicate<String> term(Matcher matcher) {
        if (matcher.group(3) != null) {
            return expression(matcher.group(3))::finds;
        }
        String term = text(matcher);
        return line -> line.contains(term);
    }

    private static String text(Matcher matcher) {
        return matcher.group(2) != null ? matcher.group(2).replaceAll("\\\\(.)", "$1") : matcher.group(4);
    }

    /**
     * Reads what stands between percent signs.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/regex-expressions.html">Supported regular
     *      expressions (regex) syntax</a>
     */
    static LinearPattern expression(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escaped = i > 0 && text.charAt(i - 1) == '\\' && c < 128;
            if (!(c == ' ' || c < 128 && Character.isLetterOrDigit(c) || SYMBOLS.indexOf(c) >= 0 || escaped)) {
                throw invalid(
                        "'" + c + "' is not supported in the regular expression %" + text + "%; supported: letters, "
                                + "digits, spaces and " + SYMBOLS);
            }
        }
        try {
            return LinearPattern.of(text);
        } catch (PatternException e) {
            throw invalid("%" + text + "% is not a regular expression: " + e.getMessage());
        }
    }

    /** Refuses more expressions than AWS takes. */
    static void requireFew(int expressions) {
        if (expressions > MAX_EXPRESSIONS) {
            throw invalid("it has more than " + MAX_EXPRESSIONS + " regular expressions");
        }
    }

    static LogsException invalid(String why) {
        return new LogsException("InvalidParameterException", "Invalid filter pattern: " + why);
    }
}
