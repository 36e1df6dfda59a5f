// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into tokens. */
final class Lexer {

    private static final Pattern TOKEN = Pattern.compile("""
            (?<number>(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)\
            |(?<word>[A-Za-z_][A-Za-z0-9_]*)\
            |(?<string>"[^"]*"|'[^']*')\
            |(?<symbol>==|!=|<=|>=|&&|\\|\\||[-+*/^<>()\\[\\],])""");

    private Lexer() {
    }

    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int position = skipSpace(text, 0);
        while (position < text.length()) {
            if (!matcher.region(position, text.length()).lookingAt()) {
                throw unreadable(text, position);
            }
            tokens.add(token(matcher, position));
            position = skipSpace(text, matcher.end());
        }
        tokens.add(new Token(Token.Kind.END, "the end", text.length()));
        return tokens;
    }

    private static Token token(Matcher matcher, int position) {
        if (matcher.group("number") != null) {
            return new Token(Token.Kind.NUMBER, matcher.group(), position);
        }
        if (matcher.group("string") != null) {
            String quoted = matcher.group();
            return new Token(Token.Kind.STRING, quoted.substring(1, quoted.length() - 1), position);
        }
        String word = matcher.group("word");
        if (word == null) {
            return new Token(Token.Kind.SYMBOL, canonical(matcher.group()), position);
        }
        if (word.equals("AND") || word.equals("OR")) {
            return new Token(Token.Kind.SYMBOL, word, position);
        }
        if (Character.isLowerCase(word.charAt(0))) {
            return new Token(Token.Kind.ID, word, position);
        }
        if (word.chars().anyMatch(Character::isLowerCase) || word.charAt(0) == '_') {
            throw new MathException(position, "'" + word
                    + "' is neither an id, which starts with a lower-case letter, nor a function, which is upper-case");
        }
        return new Token(Token.Kind.NAME, word, position);
    }

    private static String canonical(String symbol) {
        return switch (symbol) {
            case "&&" -> "AND";
            case "||" -> "OR";
            default -> symbol;
        };
    }

    private static MathException unreadable(String text, int position) {
        char found = text.charAt(position);
        return found == '"' || found == '\''
                ? new MathException(position, "A text lacks its closing " + found)
                : new MathException(position, "'" + found + "' is not part of metric math");
    }

    private static int skipSpace(String text, int position) {
        int next = position;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next;
    }
}
