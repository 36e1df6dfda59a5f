// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.util.List;
import java.util.Optional;

import io.highlands.cloudwatch.model.search.MetricName;

/**
 * What ListMetrics answers.
 *
 * @param metrics at most 500 metrics
 * @param nextToken where the next page begins; empty on the last page
 */
public record ListMetricsPage(List<MetricName> metrics, Optional<String> nextToken) {}
