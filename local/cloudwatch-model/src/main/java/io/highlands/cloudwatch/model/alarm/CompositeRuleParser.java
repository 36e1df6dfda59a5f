// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.CompositeRule.Node;

/** Reads composite rules by recursive descent: OR binds least, then AND, then NOT. */
final class CompositeRuleParser {

    private static final String UNQUOTED = "; a name with spaces, commas or parentheses stands in double quotes";

    private final String text;

    private final RuleScanner scanner;

    private int elements;

    CompositeRuleParser(String text) {
        this.text = text;
        this.scanner = new RuleScanner(text);
    }

    CompositeRule parse() {
        if (text.isBlank() || text.length() > CompositeRule.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A rule has 1 to " + CompositeRule.MAX_LENGTH + " characters, not " + text.strip().length());
        }
        if (!text.equals(text.strip())) {
            throw new IllegalArgumentException(
                    "AlarmRule must not contain leading or trailing whitespace or be null");
        }
        Node root = or();
        if (scanner.peek() != 0) {
            throw scanner.error("AND, OR or the end");
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
        while (scanner.take("OR")) {
            left = new Node.Both(false, left, and());
        }
        return left;
    }

    private Node and() {
        Node left = not();
        while (scanner.take("AND")) {
            left = new Node.Both(true, left, not());
        }
        return left;
    }

    private Node not() {
        boolean negated = false;
        while (scanner.take("NOT")) {
            negated = !negated;
        }
        Node operand = operand();
        return negated ? new Node.Not(operand) : operand;
    }

    private Node operand() {
        count();
        if (scanner.take('(')) {
            Node inner = or();
            scanner.require(')', "')'");
            return inner;
        }
        String word = scanner.word();
        String upper = word.toUpperCase(Locale.ROOT);
        if (upper.equals("TRUE") || upper.equals("FALSE")) {
            scanner.take(word);
            return new Node.Constant(upper.equals("TRUE"));
        }
        if (scanner.take("AT_LEAST")) {
            return atLeast();
        }
        AlarmState state = state().orElseThrow(() -> scanner
                .error("ALARM(…), OK(…), INSUFFICIENT_DATA(…), AT_LEAST(…), TRUE, FALSE, NOT or '('"));
        scanner.require('(', "'('");
        String alarm = scanner.alarm();
        scanner.require(')', "')'" + UNQUOTED);
        return new Node.InState(state, alarm);
    }

    private void count() {
        if (++elements > CompositeRule.MAX_ELEMENTS) {
            throw scanner.error("no more than " + CompositeRule.MAX_ELEMENTS + " elements");
        }
    }

    private Optional<AlarmState> state() {
        for (AlarmState state : AlarmState.values()) {
            if (scanner.take(state.name())) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /** AT_LEAST(2, ALARM, (a, b, c)) or AT_LEAST(50%, NOT OK, (a, b)). */
    private Node atLeast() {
        scanner.require('(', "'('");
        int amount = scanner.number();
        boolean percent = scanner.take('%');
        scanner.require(',', "','");
        boolean negated = scanner.take("NOT");
        AlarmState state = state().orElseThrow(() -> scanner.error("ALARM, OK or INSUFFICIENT_DATA"));
        scanner.require(',', "','");
        scanner.require('(', "'('");
        List<String> alarms = new ArrayList<>();
        do {
            alarms.add(scanner.alarm());
            count();
        } while (scanner.take(','));
        scanner.require(')', "',' or ')'" + UNQUOTED);
        scanner.require(')', "')'");
        int most = percent ? 100 : alarms.size();
        if (amount < 1 || amount > most) {
            throw new IllegalArgumentException(
                    "AT_LEAST takes 1 to " + most + (percent ? " %" : "") + " of its alarms, not " + amount);
        }
        return new Node.AtLeast(amount, percent, state, negated, List.copyOf(alarms));
    }
}
