// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.highlands.cloudwatch.model.math.MathInputs;
import io.highlands.cloudwatch.model.math.MathQueries;
import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.cloudwatch.model.statistics.Statistic;

/** The data points of an alarm on metric math. All metrics share the alarm's period. */
public final class MathInput implements AlarmInput {

    /** Most metrics that such an alarm can use, and most expressions beside them. */
    public static final int MAX_METRICS = 10;

    private final Map<String, Metric> metrics;

    private final MathQueries expressions;

    private final String result;

    /**
     * One metric of the expression.
     *
     * @param statistic which statistic
     * @param source the metric's samples
     */
    public record Metric(Statistic statistic, MetricSource source) {}

    /**
     * Checks the expressions, types included, before any data is there.
     *
     * @param metrics the metrics by id
     * @param expressions the expressions by id
     * @param result the id of the expression that is watched, the one that returns data
     */
    public MathInput(Map<String, Metric> metrics, Map<String, String> expressions, String result) {
        requireFew("metrics", metrics);
        requireFew("expressions", expressions);
        this.metrics = new LinkedHashMap<>(metrics);
        this.expressions = MathQueries.parse(expressions);
        this.result = result;
        if (!expressions.containsKey(result)) {
            throw new IllegalArgumentException("No expression has the id '" + result + "': allowed are "
                    + String.join(", ", expressions.keySet()));
        }
        Map<String, TimeSeries> nothing = new LinkedHashMap<>();
        metrics.keySet().forEach(id -> nothing.put(MathQueries.requireId(id),
                TimeSeries.empty(id, Duration.ofSeconds(60))));
        int series = this.expressions
                .evaluate(new MathInputs(new Range(Instant.EPOCH, Duration.ofSeconds(60), 1), nothing)).get(result)
                .size();
        if (series != 1) {
            throw new IllegalArgumentException(
                    "An alarm watches one series, and '" + expressions.get(result) + "' returns " + series);
        }
    }

    private static void requireFew(String what, Map<String, ?> given) {
        if (given.size() > MAX_METRICS) {
            throw new IllegalArgumentException(
                    "An alarm uses at most " + MAX_METRICS + " " + what + ", not " + given.size());
        }
    }

    @Override
    public List<AlarmPoint> read(Range range, Instant now) {
        Map<String, TimeSeries> series = new LinkedHashMap<>();
        metrics.forEach((id, metric) -> series.put(id,
                metric.source().read(range, now).series(id, metric.statistic())));
        return AlarmInput.points(range, expressions.evaluate(new MathInputs(range, series)).get(result).getFirst());
    }
}
