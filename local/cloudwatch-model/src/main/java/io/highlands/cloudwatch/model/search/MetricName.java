// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.search;

import java.util.Map;

/**
 * What identifies a metric.
 *
 * @param namespace such as {@code AWS/ECS}
 * @param name the metric's name
 * @param dimensions names and values; the whole set identifies the metric
 */
public record MetricName(String namespace, String name, Map<String, String> dimensions) {

    /** Keeps a copy of the dimensions. */
    public MetricName {
        dimensions = Map.copyOf(dimensions);
    }
}
