// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.cloudwatch.model.series.TimeSeriesBuilder;

/** Functions that make one number of a series, and one series of an array, moment by moment. */
enum AggregateFunctions implements MathFunction {

    /** Sum of the values. */
    SUM {

        @Override
        double of(double[] values, int places) {
            return DoubleStream.of(values).sum();
        }
    },
    /** Average, in which missing values count as 0. */
    AVG {

        @Override
        double of(double[] values, int places) {
            return DoubleStream.of(values).sum() / places;
        }
    },
    /** Lowest value. */
    MIN {

        @Override
        double of(double[] values, int places) {
            return DoubleStream.of(values).min().orElse(Double.NaN);
        }
    },
    /** Highest value. */
    MAX {

        @Override
        double of(double[] values, int places) {
            return DoubleStream.of(values).max().orElse(Double.NaN);
        }
    },
    /** Standard deviation of the population. */
    STDDEV {

        @Override
        double of(double[] values, int places) {
            double mean = DoubleStream.of(values).average().orElse(Double.NaN);
            double squares = DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).sum();
            return Math.sqrt(squares / values.length);
        }
    },
    /** How many values there are. */
    DATAPOINT_COUNT {

        @Override
        double of(double[] values, int places) {
            return values.length;
        }
    };

    /**
     * Makes one number of many.
     *
     * @param values the values that there are
     * @param places how many there could be
     */
    abstract double of(double[] values, int places);

    /** The number that stands for a series. */
    double of(TimeSeries series, int places) {
        double result = of(series.values(), places);
        return Double.isFinite(result) ? result : Double.NaN;
    }

    @Override
    public Value apply(Arguments arguments) {
        Value value = arguments.value(0);
        return switch (value) {
            case Value.Series(TimeSeries series) ->
                new Value.Scalar(of(series, Grid.of(arguments.range(), series).periods()));
            case Value.SeriesArray(List<TimeSeries> array) -> new Value.Series(across(arguments, array));
            case Value.Scalar _ -> throw arguments.wrong(0, value, "TS or TS[]");
        };
    }

    private TimeSeries across(Arguments arguments, List<TimeSeries> array) {
        TimeSeriesBuilder result = TimeSeries.builder(name(), array.stream().map(TimeSeries::period)
                .reduce(Arithmetic::shorter).orElse(arguments.range().period()));
        int[] next = new int[array.size()];
        double[] present = new double[array.size()];
        for (Instant moment : moments(array)) {
            int count = 0;
            for (int k = 0; k < next.length; k++) {
                TimeSeries series = array.get(k);
                if (next[k] < series.size() && series.time(next[k]).equals(moment)) {
                    present[count++] = series.value(next[k]++);
                }
            }
            result.add(moment, of(Arrays.copyOf(present, count), array.size()));
        }
        return result.build();
    }

    private static List<Instant> moments(List<TimeSeries> array) {
        return array.stream().flatMap(series -> IntStream.range(0, series.size()).mapToObj(series::time)).distinct()
                .sorted().toList();
    }
}
