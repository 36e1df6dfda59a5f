// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import io.highlands.local.logs.bounds.LinearPattern;

/** Reads {@code { $.a = "b" && ($.n > 5 || $.c IS NULL) }}. */
final class JsonPatternParser {

    private static final Pattern SPACE = Pattern.compile("\\s*");
    private static final Pattern SELECTOR = Pattern
            .compile("\\$((?:\\.[A-Za-z0-9_@-]+|\\[\\d+\\]|\\[['\"][^'\"]+['\"]\\])++)");
    private static final Pattern STEP = Pattern.compile("\\.([A-Za-z0-9_@-]+)|\\[(\\d+)\\]|\\[['\"]([^'\"]+)['\"]\\]");
    private static final Pattern OPERATOR = Pattern
            .compile("(?i)!=|<=|>=|=|<|>|IS\\s+NULL|IS\\s+TRUE|IS\\s+FALSE|NOT\\s+EXISTS|EXISTS");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"");
    private static final Pattern EXPRESSION = Pattern.compile("%([^%]+)%");
    private static final Pattern WORD = Pattern.compile("[^\\s&|(){}\"]+");

    /** Most levels of parentheses. */
    private static final int MAX_DEPTH = 100;

    private final String text;
    private int position;
    private int depth;
    private int expressions;

    JsonPatternParser(String text) {
        this.text = text;
    }

    Predicate<JsonLine> parse() {
        require("{");
        Predicate<JsonLine> condition = any();
        require("}");
        if (position < text.length()) {
            throw wrong("the end");
        }
        return condition;
    }

    private Predicate<JsonLine> any() {
        Predicate<JsonLine> condition = all();
        while (take("||")) {
            condition = condition.or(all());
        }
        return condition;
    }

    private Predicate<JsonLine> all() {
        Predicate<JsonLine> condition = one();
        while (take("&&")) {
            condition = condition.and(one());
        }
        return condition;
    }

    private Predicate<JsonLine> one() {
        if (take("(")) {
            if (++depth > MAX_DEPTH) {
                throw wrong("no more than " + MAX_DEPTH + " levels of parentheses");
            }
            Predicate<JsonLine> inner = any();
            require(")");
            depth--;
            return inner;
        }
        String pointer = pointer(match(SELECTOR, "a selector such as $.level").group(1));
        String operator = match(OPERATOR, "an operator").group().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        return switch (operator) {
            case "IS NULL" -> line -> line.at(pointer).isNull();
            case "IS TRUE" -> line -> line.at(pointer).isBoolean() && line.at(pointer).booleanValue();
            case "IS FALSE" -> line -> line.at(pointer).isBoolean() && !line.at(pointer).booleanValue();
            case "EXISTS" -> line -> !line.at(pointer).isMissingNode();
            case "NOT EXISTS" -> line -> line.at(pointer).isMissingNode();
            case "=" -> equal(pointer);
            case "!=" -> equal(pointer).negate().and(line -> !line.at(pointer).isMissingNode());
            default -> compared(pointer, operator);
        };
    }

    private Predicate<JsonLine> equal(String pointer) {
        if (at("%")) {
            FilterPattern.requireFew(++expressions);
            LinearPattern expression = FilterPattern.expression(match(EXPRESSION, "a regular expression").group(1));
            return line -> text(line.at(pointer)) instanceof String value && expression.finds(value);
        }
        String wanted = at("\"")
                ? match(TEXT, "a text").group(1).replaceAll("\\\\(.)", "$1")
                : match(WORD, "a value").group();
        if (wanted.contains("*")) {
            String[] parts = wanted.split("\\*", -1);
            return line -> text(line.at(pointer)) instanceof String value && inOrder(value, parts);
        }
        return line -> {
            JsonNode value = line.at(pointer);
            return value.isNumber() ? number(wanted) == value.doubleValue() : wanted.equals(text(value));
        };
    }

    /** Whether a value begins with the first part, ends with the last, and has the others between them in this order. */
    private static boolean inOrder(String value, String[] parts) {
        String last = parts[parts.length - 1];
        int end = value.length() - last.length();
        int position = parts[0].length();
        if (end < position || !value.startsWith(parts[0]) || !value.endsWith(last)) {
            return false;
        }
        for (int i = 1; i < parts.length - 1; i++) {
            int found = value.indexOf(parts[i], position);
            if (found < 0 || found + parts[i].length() > end) {
                return false;
            }
            position = found + parts[i].length();
        }
        return true;
    }

    private Predicate<JsonLine> compared(String pointer, String operator) {
        String word = match(WORD, "a number").group();
        double wanted = number(word);
        if (Double.isNaN(wanted)) {
            throw FilterPattern.invalid("'" + word + "' is not a number, which " + operator + " needs");
        }
        return line -> {
            JsonNode value = line.at(pointer);
            if (!value.isNumber()) {
                return false;
            }
            int order = Double.compare(value.doubleValue(), wanted);
            return switch (operator) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        };
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isContainer() ? null : value.asString();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String pointer(String steps) {
        StringBuilder pointer = new StringBuilder();
        Matcher step = STEP.matcher(steps);
        while (step.find()) {
            String name = step.group(1) != null ? step.group(1) : step.group(2) != null ? step.group(2) : step.group(3);
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private boolean at(String start) {
        skip();
        return text.startsWith(start, position);
    }

    private boolean take(String symbol) {
        boolean there = at(symbol);
        if (there) {
            position += symbol.length();
        }
        return there;
    }

    private void require(String symbol) {
        if (!take(symbol)) {
            throw wrong("'" + symbol + "'");
        }
    }

    private Matcher match(Pattern pattern, String what) {
        skip();
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            throw wrong(what);
        }
        position = matcher.end();
        return matcher;
    }

    private void skip() {
        Matcher space = SPACE.matcher(text).region(position, text.length());
        space.lookingAt();
        position = space.end();
    }

    private RuntimeException wrong(String expected) {
        return FilterPattern.invalid("expected " + expected + " at character " + (position + 1) + ", not '"
                + text.substring(Math.min(position, text.length())) + "'");
    }
}
