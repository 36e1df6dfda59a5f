// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import io.highlands.cloudwatch.model.series.TimeSeries;

/** Computes the tree of an expression. */
final class Evaluator {

    private final MathInputs inputs;

    private final Map<String, Value> expressions;

    private boolean dropped;

    Evaluator(MathInputs inputs, Map<String, Value> expressions) {
        this.inputs = inputs;
        this.expressions = expressions;
    }

    MathInputs inputs() {
        return inputs;
    }

    /** Whether a step dropped points since their values were no numbers. */
    boolean dropped() {
        return dropped;
    }

    Value evaluate(Node node) {
        return switch (node) {
            case Node.NumberLiteral number -> new Value.Scalar(number.value());
            case Node.Reference reference -> lookUp(reference);
            case Node.Negation negation -> negate(negation);
            case Node.Binary binary -> apply(binary);
            case Node.ArrayLiteral array -> array(array);
            case Node.Call call -> call(call);
            case Node.Text text ->
                throw new MathException(text.position(), "A text is an argument of METRICS or SEARCH");
            case Node.Keyword keyword ->
                throw new MathException(keyword.position(), keyword.word() + " is an argument of FILL or SORT only");
        };
    }

    private Value negate(Node.Negation negation) {
        Value operand = evaluate(negation.operand());
        inputs.budget().take(negation.position(), MathBudget.points(operand));
        return Arithmetic.negate(operand);
    }

    /** Operators bind to the left, and a sum may have a thousand terms: it is computed in a loop, not down the stack. */
    private Value apply(Node.Binary last) {
        Deque<Node.Binary> chain = new ArrayDeque<>(List.of(last));
        while (chain.peek().left() instanceof Node.Binary before) {
            chain.push(before);
        }
        Value left = evaluate(chain.peek().left());
        for (Node.Binary binary : chain) {
            Value right = evaluate(binary.right());
            inputs.budget().take(binary.position(), MathBudget.points(left, right));
            left = noted(Arithmetic.apply(binary, left, right));
        }
        return left;
    }

    /** What a function makes of its arguments is no larger than they are, or it asks for it before. */
    private Value call(Node.Call call) {
        Value result = noted(call.function().apply(new Arguments(call, this)));
        inputs.budget().take(call.position(), MathBudget.points(result));
        return result;
    }

    private Value noted(Value value) {
        dropped |= switch (value) {
            case Value.Scalar _ -> false;
            case Value.Series(TimeSeries series) -> series.droppedPoints();
            case Value.SeriesArray(List<TimeSeries> array) -> array.stream().anyMatch(TimeSeries::droppedPoints);
        };
        return value;
    }

    private Value lookUp(Node.Reference reference) {
        TimeSeries metric = inputs.metrics().get(reference.id());
        if (metric != null) {
            return new Value.Series(metric);
        }
        Value expression = expressions.get(reference.id());
        if (expression != null) {
            return expression;
        }
        throw new MathException(reference.position(), "No metric or expression has the id '" + reference.id() + "'");
    }

    private Value array(Node.ArrayLiteral literal) {
        List<TimeSeries> series = new ArrayList<>();
        for (Node element : literal.elements()) {
            Value value = evaluate(element);
            MathBudget.requireSeries(element.position(), series.size()
                    + (value instanceof Value.SeriesArray(List<TimeSeries> many) ? (long) many.size() : 1L));
            switch (value) {
                case Value.Series one -> series.add(one.series());
                case Value.SeriesArray many -> series.addAll(many.series());
                case Value.Scalar _ ->
                    throw new MathException(element.position(), "An array holds series (TS), not a number (S)");
            }
        }
        return new Value.SeriesArray(series);
    }
}
