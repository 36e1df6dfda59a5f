// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.util.Locale;

import io.highlands.cloudwatch.model.alarm.CompositeRule.Node;

/** Reads composite rules by recursive descent: OR binds least, then AND, then NOT. */
final class CompositeRuleParser {

    private final String text;

    private int position;

    private int elements;

    CompositeRuleParser(String text) {
        this.text = text;
    }

    CompositeRule parse() {
        if (text.isBlank() || text.length() > CompositeRule.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A rule has 1 to " + CompositeRule.MAX_LENGTH + " characters, not " + text.strip().length());
        }
        Node root = or();
        if (peek() != 0) {
            throw error("AND, OR or the end");
        }
        CompositeRule rule = new CompositeRule(text, root);
        if (rule.children().size() > CompositeRule.MAX_CHILDREN) {
            throw new IllegalArgumentException("A rule names at most " + CompositeRule.MAX_CHILDREN + " alarms, not "
                    + rule.children().size());
        }
        return rule;
    }

    private Node or() {
        Node left = and();
        while (keyword("OR")) {
            left = new Node.Both(false, left, and());
        }
        return left;
    }

    private Node and() {
        Node left = not();
        while (keyword("AND")) {
            left = new Node.Both(true, left, not());
        }
        return left;
    }

    private Node not() {
        boolean negated = false;
        while (keyword("NOT")) {
            negated = !negated;
        }
        Node operand = operand();
        return negated ? new Node.Not(operand) : operand;
    }

    private Node operand() {
        if (++elements > CompositeRule.MAX_ELEMENTS) {
            throw error("no more than " + CompositeRule.MAX_ELEMENTS + " elements");
        }
        if (peek() == '(') {
            position++;
            Node inner = or();
            close();
            return inner;
        }
        int from = position;
        String word = word();
        if (word.toUpperCase(Locale.ROOT).equals("TRUE") || word.toUpperCase(Locale.ROOT).equals("FALSE")) {
            return new Node.Constant(Boolean.parseBoolean(word));
        }
        for (AlarmState state : AlarmState.values()) {
            if (word.equals(state.name()) && peek() == '(') {
                position++;
                Node node = new Node.InState(state, name());
                close();
                return node;
            }
        }
        position = from;
        throw error("ALARM(…), OK(…), INSUFFICIENT_DATA(…), TRUE, FALSE, NOT or '('");
    }

    private String name() {
        String name = peek() == '"' ? quoted() : bare();
        int arn = name.indexOf(":alarm:");
        return name.startsWith("arn:") && arn > 0 ? name.substring(arn + ":alarm:".length()) : name;
    }

    private String quoted() {
        int opened = position++;
        StringBuilder name = new StringBuilder();
        while (position < text.length() && text.charAt(position) != '"') {
            if (text.charAt(position) == '\\' && position + 1 < text.length()) {
                position++;
            }
            name.append(text.charAt(position++));
        }
        if (position == text.length() || name.isEmpty()) {
            position = opened;
            throw error("a name and a closing '\"'");
        }
        position++;
        return name.toString();
    }

    private String bare() {
        int from = position;
        while (position < text.length() && !Character.isWhitespace(text.charAt(position))
                && "(),\"".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        if (position == from) {
            throw error("the name of an alarm");
        }
        return text.substring(from, position);
    }

    private void close() {
        if (peek() != ')') {
            throw error("')'; a name with spaces, commas or parentheses stands in double quotes");
        }
        position++;
    }

    private boolean keyword(String word) {
        peek();
        int from = position;
        if (word().equals(word)) {
            return true;
        }
        position = from;
        return false;
    }

    private String word() {
        peek();
        int from = position;
        while (position < text.length()
                && (Character.isLetter(text.charAt(position)) || text.charAt(position) == '_')) {
            position++;
        }
        return text.substring(from, position);
    }

    private char peek() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return position < text.length() ? text.charAt(position) : 0;
    }

    private IllegalArgumentException error(String expected) {
        int end = Math.min(text.length(), position + 30);
        String found = position < text.length() ? " instead of '" + text.substring(position, end) + "'" : "";
        return new IllegalArgumentException("Rule, character " + (position + 1) + ": expected " + expected + found);
    }
}
