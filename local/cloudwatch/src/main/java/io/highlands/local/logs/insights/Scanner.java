// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.local.logs.bounds.LinearPattern;
import io.highlands.local.logs.bounds.PatternException;

/** Cuts a query into tokens, one ahead of the parser, since only the parser knows where a slash begins an expression. */
final class Scanner {

    private static final Pattern BLANK = Pattern.compile("(?:\\s++|#[^\\n]*+)++");
    private static final Pattern NAME = Pattern.compile("@?[\\p{L}_][\\p{L}\\d_]*+(?:\\.[\\p{L}\\d_@]++)*+");
    private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)([A-Za-z]{1,12})?(?![\\w.])");
    /** What a reader takes for one word, whether it means anything or not. */
    private static final Pattern WORD = Pattern.compile("[^\\s|,()\\[\\]]{1,40}+|.");
    private static final Pattern SYMBOL = Pattern.compile("!=|<=|>=|=~|[=<>|,()\\[\\]+\\-*/%^]");

    private final String text;
    private int position;
    private int read;
    private Token ahead;

    Scanner(String text) {
        this.text = text;
    }

    Token peek() {
        if (ahead == null) {
            ahead = read();
        }
        return ahead;
    }

    Token next() {
        Token token = peek();
        ahead = null;
        read = position;
        return token;
    }

    boolean take(String symbolOrWord) {
        boolean there = peek().is(symbolOrWord);
        if (there) {
            next();
        }
        return there;
    }

    Token require(String symbol) {
        Token token = next();
        if (!token.is(symbol)) {
            throw new InsightsException(token.position(), "Expected '" + symbol + "', not " + token);
        }
        return token;
    }

    /** The query's own words from a position to the token read last. */
    String wordsSince(int from) {
        return text.substring(from, read);
    }

    /** Where the token ahead begins. */
    int here() {
        return peek().position();
    }

    /** An expression between slashes, whose first slash is the token ahead. */
    LinearPattern regularExpression() {
        int start = require("/").position();
        int end = start + 1;
        while (end < text.length() && text.charAt(end) != '/') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            throw new InsightsException(start, "The regular expression has no second slash");
        }
        position = end + 1;
        read = position;
        return compile(text.substring(start + 1, end), start);
    }

    private static LinearPattern compile(String expression, int position) {
        try {
            return LinearPattern.of(expression);
        } catch (PatternException e) {
            throw new InsightsException(position, "/" + expression + "/ is not a regular expression: "
                    + e.getMessage());
        }
    }

    private Token read() {
        Matcher blank = at(BLANK);
        if (blank.lookingAt()) {
            position = blank.end();
        }
        if (position >= text.length()) {
            return new Token(Token.Kind.END, "", text.length());
        }
        char first = text.charAt(position);
        if (first == '"' || first == '\'' || first == '`') {
            return quoted(first);
        }
        Matcher number = at(NUMBER);
        if (number.lookingAt()) {
            return token(number.group(2) == null ? Token.Kind.NUMBER : Token.Kind.DURATION, number.group());
        }
        Matcher name = at(NAME);
        if (name.lookingAt()) {
            return token(Token.Kind.NAME, name.group());
        }
        Matcher symbol = at(SYMBOL);
        if (symbol.lookingAt()) {
            return token(Token.Kind.SYMBOL, symbol.group());
        }
        Matcher word = at(WORD);
        throw new InsightsException(position, "'" + (word.lookingAt() ? word.group() : String.valueOf(first))
                + "' does not belong into a query here");
    }

    private Matcher at(Pattern pattern) {
        return pattern.matcher(text).region(position, text.length());
    }

    private Token token(Token.Kind kind, String found) {
        Token token = new Token(kind, found, position);
        position += found.length();
        return token;
    }

    private Token quoted(char quote) {
        int start = position;
        StringBuilder inside = new StringBuilder();
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                position = i + 1;
                return new Token(quote == '`' ? Token.Kind.QUOTED_NAME : Token.Kind.STRING, inside.toString(), start);
            }
            if (c == '\\' && i + 1 < text.length() && (text.charAt(i + 1) == quote || text.charAt(i + 1) == '\\')) {
                i++;
                c = text.charAt(i);
            }
            inside.append(c);
        }
        throw new InsightsException(start, "The quote " + quote + " is not closed");
    }
}
