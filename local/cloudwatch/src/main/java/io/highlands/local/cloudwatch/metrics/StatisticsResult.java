// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What GetMetricStatistics answers.
 *
 * @param label the metric's name
 * @param datapoints periods with data; AWS promises no order, here the oldest comes first
 */
public record StatisticsResult(String label, List<Datapoint> datapoints) {

    /**
     * One period.
     *
     * @param timestamp its start
     * @param statistics values by the name of the statistic
     * @param extendedStatistics values by the name of the statistic
     * @param unit the unit of the data
     */
    public record Datapoint(Instant timestamp, Map<String, Double> statistics, Map<String, Double> extendedStatistics,
            String unit) {}
}
