// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One query of GetMetricData: a metric or an expression.
 *
 * @param id how expressions name it
 * @param metricStat the metric; empty for an expression
 * @param expression the expression; empty for a metric
 * @param label what the series is to be called
 * @param returnData whether it is part of the answer, or only of expressions; true by default
 * @param period length of an expression's periods, in seconds; empty takes the shortest among the metrics that it uses
 */
public record MetricDataQuery(String id, Optional<MetricStat> metricStat, Optional<String> expression,
        Optional<String> label, boolean returnData, OptionalInt period) {

    /**
     * A metric.
     *
     * @param id its id
     * @param stat the metric and the statistic
     * @return the query
     */
    public static MetricDataQuery of(String id, MetricStat stat) {
        return new MetricDataQuery(id, Optional.of(stat), Optional.empty(), Optional.empty(), true,
                OptionalInt.empty());
    }

    /**
     * An expression.
     *
     * @param id its id
     * @param expression metric math or a search
     * @return the query
     */
    public static MetricDataQuery of(String id, String expression) {
        return new MetricDataQuery(id, Optional.empty(), Optional.of(expression), Optional.empty(), true,
                OptionalInt.empty());
    }

    /**
     * The same query under another label.
     *
     * @param text the label, dynamic parts included
     * @return the query
     */
    public MetricDataQuery labelled(String text) {
        return new MetricDataQuery(id, metricStat, expression, Optional.of(text), returnData, period);
    }

    /**
     * The same query, for expressions only.
     *
     * @return the query
     */
    public MetricDataQuery hidden() {
        return new MetricDataQuery(id, metricStat, expression, label, false, period);
    }

    /**
     * The same expression with periods of its own.
     *
     * @param seconds length of a period
     * @return the query
     */
    public MetricDataQuery every(int seconds) {
        return new MetricDataQuery(id, metricStat, expression, label, returnData, OptionalInt.of(seconds));
    }
}
