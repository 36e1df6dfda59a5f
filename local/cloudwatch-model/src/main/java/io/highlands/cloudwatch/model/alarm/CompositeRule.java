// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The rule of a composite alarm, such as {@code ALARM(fast) AND NOT ALARM("deployment running")}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html">PutCompositeAlarm</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-combining.html">Composite alarms</a>
 */
public final class CompositeRule {

    /** Longest rule, in characters. */
    public static final int MAX_LENGTH = 10_240;

    /** Most alarms that a rule can name. */
    public static final int MAX_CHILDREN = 100;

    /** Most elements of a rule: alarms, TRUE, FALSE and pairs of parentheses. */
    public static final int MAX_ELEMENTS = 500;

    private final String text;

    private final Node root;

    private final Set<String> children;

    CompositeRule(String text, Node root) {
        this.text = text;
        this.root = root;
        Set<String> names = new LinkedHashSet<>();
        root.collect(names);
        this.children = Set.copyOf(names);
    }

    /**
     * Reads a rule.
     *
     * @param text the rule
     * @return the rule, ready to be judged
     * @throws IllegalArgumentException when it cannot be read or is too long
     */
    public static CompositeRule parse(String text) {
        return new CompositeRuleParser(text).parse();
    }

    /**
     * The alarms that the rule names; of ARNs, the name in them.
     *
     * @return the names
     */
    public Set<String> children() {
        return children;
    }

    /**
     * Judges the rule.
     *
     * @param states the state of an alarm by name; null when there is no such alarm
     * @return ALARM when the rule holds, OK when it does not
     * @throws IllegalArgumentException when the rule names an alarm that is not there
     */
    public AlarmState evaluate(Function<String, AlarmState> states) {
        return root.holds(name -> {
            AlarmState state = states.apply(name);
            if (state == null) {
                throw new IllegalArgumentException("No alarm has the name '" + name + "', used in: " + text);
            }
            return state;
        }) ? AlarmState.ALARM : AlarmState.OK;
    }

    @Override
    public String toString() {
        return text;
    }

    /** A part of a rule. */
    sealed interface Node {

        boolean holds(Function<String, AlarmState> states);

        default void collect(Set<String> names) {
        }

        /** Whether an alarm is in a state. */
        record InState(AlarmState state, String alarm) implements Node {

            @Override
            public boolean holds(Function<String, AlarmState> states) {
                return states.apply(alarm) == state;
            }

            @Override
            public void collect(Set<String> names) {
                names.add(alarm);
            }
        }

        /**
         * AT_LEAST: whether enough of several alarms are in a state, or are not.
         *
         * @param amount how many, or which percentage of them
         * @param percent whether the amount is a percentage
         * @param state the state
         * @param negated whether alarms count that are not in the state
         * @param alarms the alarms
         */
        record AtLeast(int amount, boolean percent, AlarmState state, boolean negated,
                List<String> alarms) implements Node {

            @Override
            public boolean holds(Function<String, AlarmState> states) {
                long fitting = alarms.stream().filter(alarm -> states.apply(alarm) == state != negated).count();
                return percent ? fitting * 100 >= (long) amount * alarms.size() : fitting >= amount;
            }

            @Override
            public void collect(Set<String> names) {
                names.addAll(alarms);
            }
        }

        /** TRUE or FALSE. */
        record Constant(boolean value) implements Node {

            @Override
            public boolean holds(Function<String, AlarmState> states) {
                return value;
            }
        }

        /** Holds where its operand does not. */
        record Not(Node operand) implements Node {

            @Override
            public boolean holds(Function<String, AlarmState> states) {
                return !operand.holds(states);
            }

            @Override
            public void collect(Set<String> names) {
                operand.collect(names);
            }
        }

        /** AND or OR between two parts; both are looked at, so that an unknown alarm is never hidden by the other. */
        record Both(boolean and, Node left, Node right) implements Node {

            @Override
            public boolean holds(Function<String, AlarmState> states) {
                boolean first = left.holds(states);
                boolean second = right.holds(states);
                return and ? first && second : first || second;
            }

            @Override
            public void collect(Set<String> names) {
                left.collect(names);
                right.collect(names);
            }
        }
    }
}
