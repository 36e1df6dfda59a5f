// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.util.Optional;

import io.highlands.cloudwatch.model.search.MetricName;

/**
 * A metric, and which statistic of it.
 *
 * @param metric the metric
 * @param period length of a period, in seconds
 * @param stat the statistic, such as {@code p99}
 * @param unit only data of this unit; empty means any
 */
public record MetricStat(MetricName metric, int period, String stat, Optional<String> unit) {}
