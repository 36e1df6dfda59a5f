// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.search;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import io.highlands.cloudwatch.model.search.SearchExpression.Schema;

/** Reads search expressions by recursive descent: OR binds least, then AND (written or not), then NOT. */
final class SearchParser {

    private static final int MAX_DEPTH = 50;

    private final String text;

    private int position;

    private int depth;

    SearchParser(String text) {
        this.text = text;
    }

    SearchExpression parse() {
        if (text.length() > SearchExpression.MAX_LENGTH) {
            throw new SearchException("A search expression has at most " + SearchExpression.MAX_LENGTH
                    + " characters, not " + text.length());
        }
        Optional<Schema> schema = peek() == '{' ? Optional.of(schema()) : Optional.empty();
        if (schema.isPresent() && peek() == ',') {
            position++;
        }
        if (peek() == 0) {
            if (schema.isEmpty()) {
                throw error("a schema in braces or a word to search for");
            }
            return new SearchExpression(text, schema, new SearchTerm.Anything());
        }
        SearchTerm term = or();
        if (peek() != 0) {
            throw error("the end of the expression");
        }
        return new SearchExpression(text, schema, term);
    }

    private Schema schema() {
        position++;
        String namespace = schemaName();
        Set<String> dimensions = new LinkedHashSet<>();
        while (peek() == ',') {
            position++;
            dimensions.add(schemaName());
        }
        if (peek() != '}') {
            throw error("',' or '}'");
        }
        position++;
        return new Schema(namespace, dimensions);
    }

    private String schemaName() {
        if (peek() == '"') {
            return quoted();
        }
        int from = position;
        while (position < text.length() && ",}\"".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        String name = text.substring(from, position).strip();
        if (name.isEmpty()) {
            throw error("a namespace or the name of a dimension");
        }
        return name;
    }

    private SearchTerm or() {
        SearchTerm left = and();
        while (keyword("OR")) {
            left = new SearchTerm.Or(left, and());
        }
        return left;
    }

    private SearchTerm and() {
        SearchTerm left = not();
        while (keyword("AND") || startsTerm()) {
            left = new SearchTerm.And(left, not());
        }
        return left;
    }

    private SearchTerm not() {
        boolean negated = false;
        while (keyword("NOT")) {
            negated = !negated;
        }
        SearchTerm term = peek() == '(' ? group() : word();
        return negated ? new SearchTerm.Not(term) : term;
    }

    private SearchTerm group() {
        if (++depth > MAX_DEPTH) {
            throw error("no more than " + MAX_DEPTH + " nested parentheses");
        }
        position++;
        SearchTerm term = or();
        if (peek() != ')') {
            throw error("')'");
        }
        position++;
        depth--;
        return term;
    }

    private SearchTerm word() {
        if (peek() == '"') {
            String name = quoted();
            return peek() == '=' ? value(name) : new SearchTerm.Word("", name, true);
        }
        String word = bare();
        return peek() == '=' ? value(word) : new SearchTerm.Word("", word, false);
    }

    private SearchTerm value(String property) {
        position++;
        if (peek() == '(') {
            throw error("one value: values in parentheses are not supported here");
        }
        return peek() == '"'
                ? new SearchTerm.Word(property, quoted(), true)
                : new SearchTerm.Word(property, bare(), false);
    }

    private String bare() {
        int from = position;
        while (position < text.length() && !Character.isWhitespace(text.charAt(position))
                && "()\"={}".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        if (position == from) {
            throw error("a word to search for");
        }
        return text.substring(from, position);
    }

    private String quoted() {
        int opened = position++;
        StringBuilder value = new StringBuilder();
        while (position < text.length() && text.charAt(position) != '"') {
            if (text.charAt(position) == '\\' && position + 1 < text.length()) {
                position++;
            }
            value.append(text.charAt(position++));
        }
        if (position == text.length()) {
            position = opened;
            throw error("a closing '\"'");
        }
        position++;
        return value.toString();
    }

    private boolean startsTerm() {
        char next = peek();
        return next != 0 && next != ')' && !at("OR");
    }

    private boolean keyword(String word) {
        boolean found = at(word);
        position += found ? word.length() : 0;
        return found;
    }

    private boolean at(String word) {
        peek();
        int end = position + word.length();
        return text.startsWith(word, position) && (end == text.length() || Character.isWhitespace(text.charAt(end))
                || "()\"".indexOf(text.charAt(end)) >= 0);
    }

    private char peek() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return position < text.length() ? text.charAt(position) : 0;
    }

    private SearchException error(String expected) {
        return new SearchException("Search expression, character " + (position + 1) + ": expected " + expected
                + (position < text.length() ? " instead of '" + text.charAt(position) + "'" : "") + " in: " + text);
    }
}
