// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.util.List;
import java.util.Optional;

/**
 * What GetMetricData answers.
 *
 * @param results the series
 * @param nextToken where the next page begins; empty on the last page
 * @param messages about the request as a whole, perhaps none
 */
public record MetricDataPage(List<MetricDataResult> results, Optional<String> nextToken,
        List<MetricDataResult.Message> messages) {}
