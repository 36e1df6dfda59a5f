// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.cloudwatch.model.series.TimeSeriesBuilder;

/** Operators between the types. Where only one of two series has a value, the other counts as 0. */
final class Arithmetic {

    private Arithmetic() {
    }

    static Value negate(Value value) {
        return switch (value) {
            case Value.Scalar scalar -> new Value.Scalar(-scalar.value());
            case Value.Series series -> new Value.Series(series.series().map(v -> -v));
            case Value.SeriesArray array -> each(array.series(), series -> series.map(v -> -v));
        };
    }

    static Value apply(Node.Binary node, Value left, Value right) {
        Operator operator = node.operator();
        if (left instanceof Value.Scalar(double a) && right instanceof Value.Scalar(double b)) {
            return new Value.Scalar(operator.apply(a, b));
        }
        if (left instanceof Value.Series(TimeSeries a) && right instanceof Value.Series(TimeSeries b)) {
            return new Value.Series(both(operator, a, b));
        }
        if (left instanceof Value.Series(TimeSeries a) && right instanceof Value.Scalar(double b)) {
            return new Value.Series(a.map(value -> operator.apply(value, b)));
        }
        if (left instanceof Value.Scalar(double a) && right instanceof Value.Series(TimeSeries b)) {
            return new Value.Series(b.map(value -> operator.apply(a, value)));
        }
        if (!operator.isArithmetic() || left instanceof Value.SeriesArray && right instanceof Value.SeriesArray) {
            throw new MathException(node.position(), "'" + operator.symbol() + "' is not defined between " + left.type()
                    + " and " + right.type());
        }
        return arrays(operator, left, right);
    }

    private static Value arrays(Operator operator, Value left, Value right) {
        return switch (left) {
            case Value.SeriesArray(List<TimeSeries> array) when right instanceof Value.Scalar(double scalar) ->
                each(array, series -> series.map(value -> operator.apply(value, scalar)));
            case Value.SeriesArray(List<TimeSeries> array) when right instanceof Value.Series(TimeSeries other) ->
                each(array, series -> both(operator, series, other));
            case Value.Scalar(double scalar) when right instanceof Value.SeriesArray(List<TimeSeries> array) ->
                each(array, series -> series.map(value -> operator.apply(scalar, value)));
            case Value.Series(TimeSeries other) when right instanceof Value.SeriesArray(List<TimeSeries> array) ->
                each(array, series -> both(operator, other, series).named(series.label()));
            default -> throw new IllegalStateException(left.type() + " " + operator.symbol() + " " + right.type());
        };
    }

    static Value each(List<TimeSeries> array, UnaryOperator<TimeSeries> change) {
        return new Value.SeriesArray(array.stream().map(change).toList());
    }

    /** Walks the moments at which at least one of the two series has a value. */
    private static TimeSeries both(Operator operator, TimeSeries left, TimeSeries right) {
        TimeSeriesBuilder result = TimeSeries.builder(left.label(), shorter(left.period(), right.period()));
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            int order = i == left.size() ? 1 : j == right.size() ? -1 : left.time(i).compareTo(right.time(j));
            double a = order <= 0 ? left.value(i) : 0;
            double b = order >= 0 ? right.value(j) : 0;
            result.add(order <= 0 ? left.time(i) : right.time(j), operator.apply(a, b));
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return result.build();
    }

    static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
