// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;

/** Metrics and results written as AWS's pages write them: one value per minute, - where there is none. */
final class Metrics {

    /** A Monday. */
    static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

    private final Map<String, TimeSeries> metrics = new LinkedHashMap<>();

    private final int minutes;

    private Metrics(int minutes) {
        this.minutes = minutes;
    }

    static Metrics metric(String id, String values) {
        return new Metrics(values.split(" ").length).and(id, values);
    }

    Metrics and(String id, String values) {
        String[] words = values.split(" ");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = words[i].equals("-") ? Double.NaN : Double.parseDouble(words[i]);
        }
        metrics.put(id, TimeSeries.of(id, range(), numbers));
        return this;
    }

    Range range() {
        return new Range(START, Duration.ofMinutes(1), minutes);
    }

    MathInputs inputs() {
        return new MathInputs(range(), metrics);
    }

    /** The result of an expression that returns one series. */
    String result(String expression) {
        List<TimeSeries> series = MathExpression.parse(expression).evaluate(inputs());
        if (series.size() != 1) {
            throw new AssertionError(expression + " returns " + series);
        }
        return text(series.getFirst());
    }

    /** The results of an expression that returns any number of series. */
    List<String> results(String expression) {
        return MathExpression.parse(expression).evaluate(inputs()).stream().map(this::text).toList();
    }

    /** The labels of the series that an expression returns. */
    List<String> labels(String expression) {
        return MathExpression.parse(expression).evaluate(inputs()).stream().map(TimeSeries::label).toList();
    }

    private String text(TimeSeries series) {
        return IntStream.range(0, minutes).mapToObj(i -> {
            var value = series.at(range().at(i));
            return value.isEmpty() ? "-" : String.valueOf(value.getAsDouble()).replaceFirst("\\.0$", "");
        }).collect(Collectors.joining(" "));
    }
}
