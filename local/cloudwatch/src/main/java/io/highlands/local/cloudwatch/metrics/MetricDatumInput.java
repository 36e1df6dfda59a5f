// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.time.Instant;
import java.util.List;

/**
 * One entry of PutMetricData as a request has it, not yet checked; null is absent.
 *
 * @param metricName the metric's name
 * @param dimensions its dimensions, perhaps none
 * @param timestamp when it was measured; absent means now
 * @param value a single value
 * @param values distinct values, perhaps none
 * @param counts how often each of them was measured, perhaps none
 * @param statisticValues a statistic set
 * @param unit its unit; absent means None
 * @param storageResolution 1 or 60 seconds; absent means 60
 */
public record MetricDatumInput(String metricName, List<Dimension> dimensions, Instant timestamp, Double value,
        List<Double> values, List<Double> counts, StatisticSet statisticValues, String unit,
        Integer storageResolution) {

    /** Takes lists that are absent for empty ones. */
    public MetricDatumInput {
        dimensions = dimensions == null ? List.of() : dimensions;
        values = values == null ? List.of() : values;
        counts = counts == null ? List.of() : counts;
    }
}
