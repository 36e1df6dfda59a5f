// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

/** Walks through the text of a composite rule: words, numbers and the names of alarms, spaces between them skipped. */
final class RuleScanner {

    private final String text;

    private int position;

    RuleScanner(String text) {
        this.text = text;
    }

    /** The next character that is no space, 0 at the end. */
    char peek() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return position < text.length() ? text.charAt(position) : 0;
    }

    /** Takes a character if it comes next. */
    boolean take(char expected) {
        boolean found = peek() == expected;
        position += found ? 1 : 0;
        return found;
    }

    /** Takes a word if it comes next. */
    boolean take(String expected) {
        peek();
        int end = endOfWord();
        boolean found = text.substring(position, end).equals(expected);
        position = found ? end : position;
        return found;
    }

    /** Takes a character or complains. */
    void require(char expected, String otherwise) {
        if (!take(expected)) {
            throw error(otherwise);
        }
    }

    private int endOfWord() {
        int end = position;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    /** The next word, without taking it. */
    String word() {
        peek();
        return text.substring(position, endOfWord());
    }

    /** Takes a whole number of up to four digits. */
    int number() {
        peek();
        int from = position;
        while (position < text.length() && position - from < 4 && text.charAt(position) >= '0'
                && text.charAt(position) <= '9') {
            position++;
        }
        if (position == from) {
            throw error("a number or a percentage");
        }
        return Integer.parseInt(text.substring(from, position));
    }

    /** Takes the name of an alarm, in quotes or not; of an ARN, the name in it. */
    String alarm() {
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

    IllegalArgumentException error(String expected) {
        int end = Math.min(text.length(), position + 30);
        String found = position < text.length() ? " instead of '" + text.substring(position, end) + "'" : "";
        return new IllegalArgumentException("Rule, character " + (position + 1) + ": expected " + expected + found);
    }
}
