// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.highlands.cloudwatch.model.search.MetricName;

/**
 * GetMetricStatistics.
 *
 * @param metric the metric
 * @param start first moment wanted
 * @param end first moment no longer wanted
 * @param period length of a period, in seconds
 * @param statistics SampleCount, Sum, Average, Minimum, Maximum; at most five
 * @param extendedStatistics others, such as {@code p99}; at most ten
 * @param unit only data of this unit; empty means any
 */
public record StatisticsRequest(MetricName metric, Instant start, Instant end, int period, List<String> statistics,
        List<String> extendedStatistics, Optional<String> unit) {}
