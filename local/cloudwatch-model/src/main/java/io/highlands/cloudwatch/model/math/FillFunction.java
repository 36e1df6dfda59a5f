// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.util.List;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.cloudwatch.model.series.TimeSeriesBuilder;

/** FILL and TIME_SERIES: values for periods that have none. */
final class FillFunction {

    private FillFunction() {
    }

    /** TIME_SERIES(number): the number in every period. */
    static Value timeSeries(Arguments arguments) {
        double value = arguments.scalar(0);
        Range range = arguments.range();
        arguments.reserve(range);
        TimeSeriesBuilder result = TimeSeries.builder("TIME_SERIES", range.period());
        for (int i = 0; i < range.periods(); i++) {
            result.add(range.at(i), value);
        }
        return new Value.Series(result.build());
    }

    /** FILL(series or array, number | series | REPEAT | LINEAR). */
    static Value fill(Arguments arguments) {
        Value target = arguments.value(0);
        Filler filler = filler(arguments);
        return switch (target) {
            case Value.Series(TimeSeries series) -> new Value.Series(fill(arguments, series, filler));
            case Value.SeriesArray(List<TimeSeries> array) ->
                Arithmetic.each(array, series -> fill(arguments, series, filler));
            case Value.Scalar _ -> throw arguments.wrong(0, target, "TS or TS[]");
        };
    }

    private static Filler filler(Arguments arguments) {
        if (arguments.node(1) instanceof Node.Keyword) {
            return arguments.keyword(1, List.of("REPEAT", "LINEAR")).equals("REPEAT")
                    ? FillFunction::repeat
                    : FillFunction::linear;
        }
        Value value = arguments.value(1);
        return switch (value) {
            case Value.Scalar(double scalar) -> (series, before, range, index) -> scalar;
            case Value.Series(TimeSeries other) -> (series, before, range, index) -> other.at(range.at(index))
                    .orElse(Double.NaN);
            case Value.SeriesArray _ -> throw arguments.wrong(1, value, "S, TS, REPEAT or LINEAR");
        };
    }

    private static TimeSeries fill(Arguments arguments, TimeSeries series, Filler filler) {
        Range grid = Grid.of(arguments.range(), series);
        arguments.reserve(grid);
        TimeSeriesBuilder result = TimeSeries.builder(series.label(), series.period());
        int point = 0;
        for (int i = 0; i < grid.periods(); i++) {
            boolean present = point < series.size() && series.time(point).equals(grid.at(i));
            result.addPresent(grid.at(i), present ? series.value(point) : filler.value(series, point - 1, grid, i));
            point += present ? 1 : 0;
        }
        return result.build();
    }

    private static double repeat(TimeSeries series, int before, Range range, int index) {
        return before < 0 ? Double.NaN : series.value(before);
    }

    private static double linear(TimeSeries series, int before, Range range, int index) {
        if (before < 0 || before + 1 >= series.size()) {
            return Double.NaN;
        }
        double from = series.time(before).getEpochSecond();
        double until = series.time(before + 1).getEpochSecond();
        double share = (range.at(index).getEpochSecond() - from) / (until - from);
        return series.value(before) + share * (series.value(before + 1) - series.value(before));
    }

    /** Finds the value for a gap. */
    @FunctionalInterface
    private interface Filler {

        /**
         * The value for a period that has none, NaN to leave the gap.
         *
         * @param series the series with the gap
         * @param before number of the last point before the gap, -1 when there is none
         * @param range the periods
         * @param index number of the period without a value
         */
        double value(TimeSeries series, int before, Range range, int index);
    }
}
