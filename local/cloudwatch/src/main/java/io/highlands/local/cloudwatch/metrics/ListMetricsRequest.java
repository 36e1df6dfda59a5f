// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.util.List;
import java.util.Optional;

/**
 * Which series to list, as in ListMetrics.
 *
 * @param namespace the namespace wanted
 * @param metricName the name wanted
 * @param dimensions dimensions that a metric has, among others
 * @param recentlyActive {@code PT3H} for metrics with data in the last three hours only
 * @param nextToken where the page before ended
 */
public record ListMetricsRequest(Optional<String> namespace, Optional<String> metricName,
        List<DimensionFilter> dimensions, Optional<String> recentlyActive, Optional<String> nextToken) {

    /** A request for all metrics. */
    public static final ListMetricsRequest ALL = new ListMetricsRequest(Optional.empty(), Optional.empty(), List.of(),
            Optional.empty(), Optional.empty());

    /**
     * A dimension wanted.
     *
     * @param name its name
     * @param value its value; empty means any
     */
    public record DimensionFilter(String name, Optional<String> value) {}
}
