// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.bounds;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression that a caller wrote. Its time grows linearly with the text, whatever the expression is; back references and
 * look-around, which no such engine can have, are refused.
 *
 * @see <a href="https://github.com/google/re2j">RE2/J</a>
 * @see <a href="https://github.com/google/re2/wiki/Syntax">The syntax of RE2</a>
 */
public final class LinearPattern {

    /** A named group whose name begins with @, as in AWS's sample queries; RE2 names groups by letters, digits and underscores. */
    private static final java.util.regex.Pattern AT_GROUP = java.util.regex.Pattern
            .compile("\\(\\?P?<@([A-Za-z0-9_]{1,64})>");

    /** What stands for @ in the name of a group. */
    private static final String AT = "at__";

    private final Pattern pattern;
    private final List<String> groups;

    private LinearPattern(Pattern pattern) {
        this.pattern = pattern;
        this.groups = pattern.namedGroups().entrySet().stream().sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey).toList();
    }

    /**
     * Reads an expression.
     *
     * @param expression in RE2's syntax
     * @return the expression
     * @throws PatternException when it cannot be read, is not supported, or would be too large
     */
    public static LinearPattern of(String expression) {
        return of(expression, 0);
    }

    /**
     * Reads an expression in which a dot also stands for a line feed.
     *
     * @param expression in RE2's syntax
     * @return the expression
     * @throws PatternException as {@link #of}
     */
    public static LinearPattern overLines(String expression) {
        return of(expression, Pattern.DOTALL);
    }

    private static LinearPattern of(String expression, int flags) {
        String named = AT_GROUP.matcher(expression).replaceAll("(?<" + AT + "$1>");
        new PatternScan(named).check();
        try {
            return new LinearPattern(Pattern.compile(named, flags));
        } catch (PatternSyntaxException e) {
            throw new PatternException(e.getDescription()
                    + (e.getPattern() == null || e.getPattern().isEmpty() ? "" : ": " + e.getPattern()));
        }
    }

    /**
     * Text as an expression that matches it and nothing else.
     *
     * @param text the text
     * @return the expression
     */
    public static String quote(String text) {
        return Pattern.quote(text);
    }

    /** {@return the names of its named groups, in order, as they are written} */
    public List<String> groups() {
        return groups.stream().map(name -> name.startsWith(AT) ? "@" + name.substring(AT.length()) : name).toList();
    }

    /**
     * {@return whether it is somewhere in a text}
     *
     * @param text the text
     * @throws WorkStoppedException when the query's time ends meanwhile
     */
    public boolean finds(String text) {
        return matcher(text).find();
    }

    /**
     * Finds it in a text.
     *
     * @param text the text
     * @return what its named groups hold where it is first found, in their order, null for one that took no part
     * @throws WorkStoppedException when the query's time ends meanwhile
     */
    public Optional<String[]> find(String text) {
        Matcher matcher = matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String[] found = new String[groups.size()];
        for (int i = 0; i < found.length; i++) {
            int start = matcher.start(groups.get(i));
            found[i] = start < 0 ? null : text.substring(start, matcher.end(groups.get(i)));
        }
        return Optional.of(found);
    }

    private Matcher matcher(String text) {
        WorkLimit limit = WorkLimit.current();
        return pattern.matcher(limit.isUnlimited() ? text : new WatchedText(text, limit));
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
