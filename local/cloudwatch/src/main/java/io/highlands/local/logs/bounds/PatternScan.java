// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.bounds;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Walks through an expression before it is compiled: names what RE2 does not have, and computes how large the compiled program
 * would be, which grows with the product of nested repetitions.
 */
final class PatternScan {

    /** Most levels of groups. The compiler goes down one level per group, on a stack of 512 KiB. */
    static final int MAX_DEPTH = 100;

    /** Most states of the program: each character of the text may visit all of them. */
    static final int MAX_STATES = 2_000;

    private final String expression;
    private final Deque<Long> outer = new ArrayDeque<>();

    /** States of the group being read, and of its last part, which a repetition multiplies. */
    private long states;
    private long last;
    private int position;

    PatternScan(String expression) {
        this.expression = expression;
    }

    /** Refuses what is not supported. */
    void check() {
        FoldScan.check(expression);
        while (position < expression.length()) {
            char c = expression.charAt(position);
            switch (c) {
                case '\\' -> escape();
                case '[' -> charClass();
                case '(' -> open();
                case ')' -> close();
                case '{' -> repeat();
                case '*', '+', '?' -> quantifier();
                default -> part(1, 1);
            }
            if (states > MAX_STATES) {
                throw new PatternException("the expression is too large: repetitions within repetitions make more than "
                        + MAX_STATES + " states");
            }
        }
    }

    private void part(long size, int characters) {
        states += size;
        last = size;
        position += characters;
    }

    private void escape() {
        char next = at(position + 1);
        if (next >= '1' && next <= '9' || next == 'k') {
            throw unsupported("the back reference \\" + next);
        }
        if (next == 'Q') {
            int end = expression.indexOf("\\E", position + 2);
            int length = (end < 0 ? expression.length() : end) - position - 2;
            part(length, length + (end < 0 ? 2 : 4));
            last = 1;
        } else if ((next == 'p' || next == 'P' || next == 'x') && at(position + 2) == '{') {
            int end = expression.indexOf('}', position);
            part(1, end < 0 ? 2 : end + 1 - position);
        } else {
            part(1, 2);
        }
    }

    /** A class of characters; a bracket directly after its start is one of them. */
    private void charClass() {
        int i = position + (at(position + 1) == '^' ? 2 : 1);
        int first = i;
        while (i < expression.length() && (expression.charAt(i) != ']' || i == first)) {
            if (expression.startsWith("[:", i)) {
                int end = expression.indexOf(":]", i);
                i = end < 0 ? i + 1 : end + 2;
                continue;
            }
            if (expression.startsWith("&&", i)) {
                throw unsupported("the intersection && of classes");
            }
            i += expression.charAt(i) == '\\' ? 2 : 1;
        }
        part(1, Math.min(i + 1, expression.length()) - position);
    }

    private void open() {
        if (expression.startsWith("(?=", position) || expression.startsWith("(?!", position)) {
            throw unsupported("the look-ahead " + expression.substring(position, position + 3) + "…)");
        }
        if (expression.startsWith("(?<=", position) || expression.startsWith("(?<!", position)) {
            throw unsupported("the look-behind " + expression.substring(position, position + 4) + "…)");
        }
        if (expression.startsWith("(?>", position)) {
            throw unsupported("the atomic group (?>…)");
        }
        if (outer.size() >= MAX_DEPTH) {
            throw new PatternException("the expression nests more than " + MAX_DEPTH + " groups");
        }
        outer.push(states);
        states = 0;
        int name = expression.startsWith("(?", position) ? groupHead() : 1;
        position += name;
    }

    /** The characters of {@code (?:}, {@code (?<name>} or {@code (?i}. */
    private int groupHead() {
        int end = position + 2;
        while (end < expression.length() && ":>)".indexOf(expression.charAt(end)) < 0) {
            end++;
        }
        return (at(end) == ')' ? end : Math.min(end + 1, expression.length())) - position;
    }

    private void close() {
        long inner = states + 2;
        states = outer.isEmpty() ? 0 : outer.pop();
        part(inner, 1);
    }

    private void quantifier() {
        if (expression.charAt(position) == '+' && position > 0 && quantified(position - 1)) {
            throw unsupported("the possessive quantifier " + expression.charAt(position - 1) + "+");
        }
        states++;
        position++;
    }

    private boolean quantified(int index) {
        char before = expression.charAt(index);
        return (before == '*' || before == '+' || before == '?' || before == '}')
                && (index == 0 || expression.charAt(index - 1) != '\\');
    }

    private void repeat() {
        int end = expression.indexOf('}', position);
        int times = end < 0 ? -1 : times(expression.substring(position + 1, end));
        if (times < 0) {
            part(1, 1);
            return;
        }
        states += last * Math.max(0, times - 1) + times;
        last = last * Math.max(1, times) + times;
        position = end + 1;
    }

    /** How often a repetition occurs at most, -1 where the braces hold none. */
    private static int times(String braces) {
        int comma = braces.indexOf(',');
        String fewest = comma < 0 ? braces : braces.substring(0, comma);
        String most = comma < 0 || comma == braces.length() - 1 ? fewest : braces.substring(comma + 1);
        if (!digits(fewest) || !digits(most)) {
            return -1;
        }
        return Math.max(Integer.parseInt(fewest), Integer.parseInt(most));
    }

    private static boolean digits(String text) {
        return !text.isEmpty() && text.length() <= 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private char at(int index) {
        return index < expression.length() ? expression.charAt(index) : 0;
    }

    private static PatternException unsupported(String construct) {
        return new PatternException(construct + " is not supported: expressions are matched in linear time, as RE2 "
                + "does");
    }
}
