// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.util.List;
import java.util.stream.Stream;

/** A part of a parsed expression. */
sealed interface Node {

    /** Index of its first character. */
    int position();

    /** The parts that it is made of. */
    default List<Node> children() {
        return List.of();
    }

    /** This part and all below it. */
    default Stream<Node> all() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(Node::all));
    }

    /** A literal number. */
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
