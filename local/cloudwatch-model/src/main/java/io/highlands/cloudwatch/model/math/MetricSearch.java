// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.time.Duration;
import java.util.List;

import io.highlands.cloudwatch.model.search.SearchExpression;
import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.cloudwatch.model.statistics.Statistic;

/** Where SEARCH finds its metrics. */
@FunctionalInterface
public interface MetricSearch {

    /**
     * Reads the metrics that a search means.
     *
     * @param query which metrics
     * @param statistic which statistic of each
     * @param period length of a period
     * @return one series per metric
     */
    List<TimeSeries> find(SearchExpression query, Statistic statistic, Duration period);
}
