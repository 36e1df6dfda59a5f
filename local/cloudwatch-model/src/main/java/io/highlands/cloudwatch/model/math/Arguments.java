// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.util.List;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;

/** The arguments of a call, computed when the function asks for them, in the type that it asks for. */
final class Arguments {

    private final Node.Call call;

    private final Evaluator evaluator;

    Arguments(Node.Call call, Evaluator evaluator) {
        this.call = call;
        this.evaluator = evaluator;
    }

    int count() {
        return call.arguments().size();
    }

    Range range() {
        return evaluator.inputs().range();
    }

    MathInputs inputs() {
        return evaluator.inputs();
    }

    /** Counts a value for each period of a range, before there is one. */
    void reserve(Range periods) {
        evaluator.inputs().budget().take(call.position(), periods.periods());
    }

    Node node(int index) {
        return call.arguments().get(index);
    }

    Value value(int index) {
        Value value = evaluator.evaluate(node(index));
        evaluator.inputs().budget().read(call.position(), MathBudget.points(value));
        return value;
    }

    double scalar(int index) {
        Value value = value(index);
        if (value instanceof Value.Scalar scalar) {
            return scalar.value();
        }
        throw wrong(index, value, "S");
    }

    TimeSeries series(int index) {
        Value value = value(index);
        if (value instanceof Value.Series series) {
            return series.series();
        }
        throw wrong(index, value, "TS");
    }

    List<TimeSeries> array(int index) {
        Value value = value(index);
        if (value instanceof Value.SeriesArray array) {
            return array.series();
        }
        throw wrong(index, value, "TS[]");
    }

    String text(int index, String allowed) {
        if (node(index) instanceof Node.Text text) {
            return text.text();
        }
        throw error(index, "is " + allowed);
    }

    String keyword(int index, List<String> allowed) {
        if (node(index) instanceof Node.Keyword keyword && allowed.contains(keyword.word())) {
            return keyword.word();
        }
        throw error(index, "is one of " + String.join(", ", allowed));
    }

    MathException wrong(int index, Value found, String allowed) {
        return error(index, "is " + allowed + ", not " + found.type());
    }

    MathException error(int index, String rule) {
        return new MathException(node(index).position(), "Argument " + (index + 1) + " of " + call.name() + " " + rule);
    }
}
