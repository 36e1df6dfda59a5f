// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.util.ArrayList;
import java.util.List;

/** A part of a parsed expression. */
sealed interface Node {

    /** Index of its first character. */
    int position();

    /** The parts that it is made of. */
    default List<Node> children() {
        return List.of();
    }

    /** This part and all below it, without going down on the stack: a sum of a thousand terms is a thousand levels deep. */
    default List<Node> all() {
        List<Node> all = new ArrayList<>(List.of(this));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(all.get(i).children());
        }
        return all;
    }

    /** A constant such as {@code 100} or {@code 0.5}. */
    record NumberLiteral(double value, int position) implements Node {}

    /** A text in quotes, an argument of METRICS and SEARCH. */
    record Text(String text, int position) implements Node {}

    /** An upper-case word that is no call: REPEAT, LINEAR, ASC, DESC, or a function's name given to SORT. */
    record Keyword(String word, int position) implements Node {}

    /** The id of a metric or of another expression. */
    record Reference(String id, int position) implements Node {}

    /** A minus sign before an operand. */
    record Negation(Node operand, int position) implements Node {

        @Override
        public List<Node> children() {
            return List.of(operand);
        }
    }

    /** Two operands and what is between them. */
    record Binary(Operator operator, Node left, Node right, int position) implements Node {

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    /** Series in brackets. */
    record ArrayLiteral(List<Node> elements, int position) implements Node {

        @Override
        public List<Node> children() {
            return elements;
        }
    }

    /** A function with its arguments. */
    record Call(String name, MathFunction function, List<Node> arguments, int position) implements Node {

        @Override
        public List<Node> children() {
            return arguments;
        }
    }
}
