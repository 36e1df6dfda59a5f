// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.time.Instant;

import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.cloudwatch.model.series.TimeSeriesBuilder;

/**
 * IF(condition, value when true, value when false). Where the condition is true and the chosen series has no value, the
 * result is 0; where it is false and there is none, the point is dropped.
 */
final class IfFunction {

    private IfFunction() {
    }

    static Value apply(Arguments arguments) {
        Value condition = operand(arguments, 0);
        Value whenTrue = operand(arguments, 1);
        Value whenFalse = arguments.count() == 3 ? operand(arguments, 2) : null;
        return switch (condition) {
            case Value.Series(TimeSeries series) -> new Value.Series(choose(series, whenTrue, whenFalse));
            case Value.Scalar(double scalar) -> scalar(arguments, scalar, whenTrue, whenFalse);
            case Value.SeriesArray array -> throw new IllegalStateException(array.type());
        };
    }

    private static Value operand(Arguments arguments, int index) {
        Value value = arguments.value(index);
        if (value instanceof Value.SeriesArray) {
            throw arguments.wrong(index, value, "S or TS");
        }
        return value;
    }

    private static TimeSeries choose(TimeSeries condition, Value whenTrue, Value whenFalse) {
        TimeSeriesBuilder result = TimeSeries.builder(condition.label(), condition.period());
        for (int i = 0; i < condition.size(); i++) {
            Instant time = condition.time(i);
            result.addPresent(time, condition.value(i) != 0 ? at(whenTrue, time, 0) : at(whenFalse, time, Double.NaN));
        }
        return result.build();
    }

    private static double at(Value value, Instant time, double missing) {
        return switch (value) {
            case null -> missing;
            case Value.Scalar(double scalar) -> scalar;
            case Value.Series(TimeSeries series) -> series.at(time).orElse(missing);
            case Value.SeriesArray array -> throw new IllegalStateException(array.type());
        };
    }

    private static Value scalar(Arguments arguments, double condition, Value whenTrue, Value whenFalse) {
        if (!(whenTrue instanceof Value.Series)) {
            throw arguments.wrong(1, whenTrue, "TS when the condition is S");
        }
        if (whenFalse instanceof Value.Scalar) {
            throw arguments.wrong(2, whenFalse, "TS when the condition is S");
        }
        TimeSeries nothing = TimeSeries.empty("IF", arguments.range().period());
        if (Double.isNaN(condition)) {
            return new Value.Series(nothing);
        }
        if (condition != 0) {
            return whenTrue;
        }
        return whenFalse == null ? new Value.Series(nothing) : whenFalse;
    }
}
