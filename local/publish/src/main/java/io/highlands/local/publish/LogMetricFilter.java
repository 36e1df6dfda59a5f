// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.util.OptionalDouble;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.logs.FilterPattern;

/**
 * An {@code AWS::Logs::MetricFilter}: lines of a log group become a metric.
 *
 * @param logGroup the log group's name
 * @param pattern which lines
 * @param metric the metric
 * @param value what each line counts
 * @param standard what is published for a period with lines none of which fits; empty publishes nothing then
 * @param unit the metric's unit
 */
public record LogMetricFilter(String logGroup, FilterPattern pattern, MetricName metric, double value,
        OptionalDouble standard, String unit) {}
