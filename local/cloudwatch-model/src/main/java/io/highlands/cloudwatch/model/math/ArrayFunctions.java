// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.highlands.cloudwatch.model.series.TimeSeries;

/** Functions that choose among series and describe them. */
final class ArrayFunctions {

    private ArrayFunctions() {
    }

    /** METRICS(): all metrics of the request, no expressions; with a text, those whose id contains it. */
    static Value metrics(Arguments arguments) {
        String part = arguments.count() == 0 ? "" : arguments.text(0, "a text in quotes");
        return new Value.SeriesArray(arguments.inputs().metrics().entrySet().stream()
                .filter(metric -> metric.getKey().contains(part)).map(Map.Entry::getValue).toList());
    }

    static Value metricCount(Arguments arguments) {
        return new Value.Scalar(arguments.array(0).size());
    }

    static Value first(Arguments arguments) {
        List<TimeSeries> array = arguments.array(0);
        return new Value.Series(array.isEmpty() ? nothing("FIRST", arguments) : array.getFirst());
    }

    static Value last(Arguments arguments) {
        List<TimeSeries> array = arguments.array(0);
        return new Value.Series(array.isEmpty() ? nothing("LAST", arguments) : array.getLast());
    }

    private static TimeSeries nothing(String label, Arguments arguments) {
        return TimeSeries.empty(label, arguments.range().period());
    }

    /** SLICE(array, from) and SLICE(array, from, until): the start is inclusive, the end exclusive, from 0. */
    static Value slice(Arguments arguments) {
        List<TimeSeries> array = arguments.array(0);
        int from = Math.min(index(arguments, 1), array.size());
        int until = arguments.count() == 3 ? Math.min(index(arguments, 2), array.size()) : array.size();
        return new Value.SeriesArray(array.subList(from, Math.max(from, until)));
    }

    /** SORT(array, AVG|MIN|MAX|SUM, ASC|DESC) and a limit; series without any value come last. */
    static Value sort(Arguments arguments) {
        List<TimeSeries> array = arguments.array(0);
        AggregateFunctions function = AggregateFunctions
                .valueOf(arguments.keyword(1, List.of("AVG", "MIN", "MAX", "SUM")));
        boolean descending = arguments.keyword(2, List.of("ASC", "DESC")).equals("DESC");
        int limit = arguments.count() == 4 ? index(arguments, 3) : array.size();
        ToDoubleFunction<TimeSeries> key = series -> function.of(series,
                Grid.of(arguments.range(), series).periods());
        Comparator<TimeSeries> order = Comparator.comparingDouble(key);
        return new Value.SeriesArray(array.stream().sorted(
                Comparator.comparing(TimeSeries::isEmpty).thenComparing(descending ? order.reversed() : order))
                .limit(limit).toList());
    }

    static Value removeEmpty(Arguments arguments) {
        return new Value.SeriesArray(arguments.array(0).stream().filter(series -> !series.isEmpty()).toList());
    }

    /** PERIOD(metric): its period in seconds. The result of an expression has none. */
    static Value period(Arguments arguments) {
        if (arguments.node(0) instanceof Node.Reference reference) {
            TimeSeries metric = arguments.inputs().metrics().get(reference.id());
            if (metric != null) {
                Duration period = metric.period();
                return new Value.Scalar(period.toSeconds());
            }
        }
        throw arguments.error(0, "is the id of a metric, not the result of an expression");
    }

    private static int index(Arguments arguments, int argument) {
        double value = arguments.scalar(argument);
        if (value < 0 || value != Math.rint(value) || value > Integer.MAX_VALUE) {
            throw arguments.error(argument, "is a whole number of at least 0, not " + value);
        }
        return (int) value;
    }
}
