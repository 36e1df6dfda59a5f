// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.highlands.cloudwatch.model.series.TimeSeries;

/** Computes the tree of an expression. */
final class Evaluator {

    private final MathInputs inputs;

    private final Map<String, Value> expressions;

    Evaluator(MathInputs inputs, Map<String, Value> expressions) {
        this.inputs = inputs;
        this.expressions = expressions;
    }

    MathInputs inputs() {
        return inputs;
    }

    Value evaluate(Node node) {
        return switch (node) {
            case Node.NumberLiteral number -> new Value.Scalar(number.value());
            case Node.Reference reference -> lookUp(reference);
            case Node.Negation negation -> Arithmetic.negate(evaluate(negation.operand()));
            case Node.Binary binary -> Arithmetic.apply(binary, evaluate(binary.left()), evaluate(binary.right()));
            case Node.ArrayLiteral array -> array(array);
            case Node.Call call -> call.function().apply(new Arguments(call, this));
            case Node.Text text ->
                throw new MathException(text.position(), "A text is an argument of METRICS or SEARCH");
            case Node.Keyword keyword ->
                throw new MathException(keyword.position(), keyword.word() + " is an argument of FILL or SORT only");
        };
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
            switch (evaluate(element)) {
                case Value.Series one -> series.add(one.series());
                case Value.SeriesArray many -> series.addAll(many.series());
                case Value.Scalar _ ->
                    throw new MathException(element.position(), "An array holds series (TS), not a number (S)");
            }
        }
        return new Value.SeriesArray(series);
    }
}
