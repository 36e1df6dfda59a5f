// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;

/** Metrics as the API's structures have them: {@code Namespace}, {@code MetricName}, {@code Dimensions}. */
public final class Metrics {

    private Metrics() {
    }

    /**
     * Reads a metric.
     *
     * @param structure what holds its namespace, name and dimensions
     * @return the metric
     */
    public static MetricName read(Input structure) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        structure.structures("Dimensions")
                .forEach(dimension -> dimensions.put(dimension.text("Name"), dimension.text("Value")));
        return new MetricName(structure.optionalText("Namespace").orElse(""),
                structure.optionalText("MetricName").orElse(""), dimensions);
    }

    /**
     * Writes a metric's members.
     *
     * @param metric the metric
     * @return its namespace, name and dimensions, these sorted by name
     */
    public static Output write(MetricName metric) {
        List<Map<String, Object>> dimensions = new TreeMap<>(metric.dimensions()).entrySet().stream()
                .map(dimension -> Output.of("Name", dimension.getKey()).with("Value", dimension.getValue()).tree())
                .toList();
        return Output.of("Namespace", metric.namespace()).with("MetricName", metric.name())
                .with("Dimensions", dimensions);
    }
}
