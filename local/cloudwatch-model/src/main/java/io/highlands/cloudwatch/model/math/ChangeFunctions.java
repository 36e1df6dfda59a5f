// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.cloudwatch.model.series.TimeSeriesBuilder;

/** Functions that look at a value and the one before it. The first value has none before it, and no difference. */
enum ChangeFunctions implements MathFunction {

    /** Difference to the value before. */
    DIFF {

        @Override
        double next(double before, double value, double seconds) {
            return value - before;
        }
    },
    /** Seconds since the value before. */
    DIFF_TIME {

        @Override
        double next(double before, double value, double seconds) {
            return seconds;
        }
    },
    /** Difference to the value before, per second. */
    RATE {

        @Override
        double next(double before, double value, double seconds) {
            return (value - before) / seconds;
        }
    },
    /** Sum of all values so far. */
    RUNNING_SUM {

        @Override
        double next(double before, double value, double seconds) {
            return value;
        }

        @Override
        TimeSeries of(TimeSeries series) {
            double[] sum = {0};
            return series.map(value -> sum[0] += value);
        }
    };

    abstract double next(double before, double value, double seconds);

    TimeSeries of(TimeSeries series) {
        TimeSeriesBuilder result = TimeSeries.builder(series.label(), series.period());
        for (int i = 1; i < series.size(); i++) {
            double seconds = series.time(i).getEpochSecond() - series.time(i - 1).getEpochSecond();
            result.add(series.time(i), next(series.value(i - 1), series.value(i), seconds));
        }
        return result.build();
    }

    @Override
    public Value apply(Arguments arguments) {
        Value value = arguments.value(0);
        return switch (value) {
            case Value.Series series -> new Value.Series(of(series.series()));
            case Value.SeriesArray array -> Arithmetic.each(array.series(), this::of);
            case Value.Scalar _ -> throw arguments.wrong(0, value, "TS or TS[]");
        };
    }
}
