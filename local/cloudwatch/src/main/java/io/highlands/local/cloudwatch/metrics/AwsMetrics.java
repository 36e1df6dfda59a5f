// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The metrics that AWS publishes, transcribed from its documents, with the page of each in {@code aws-metrics.json}. They
 * are not taken from the dashboards' constants: two sides that agree only by sharing a constant prove nothing.
 */
public final class AwsMetrics {

    private static final AwsMetrics DOCUMENTED = read();

    private final Map<String, AwsMetric> metrics;

    private AwsMetrics(Map<String, AwsMetric> metrics) {
        this.metrics = metrics;
    }

    /**
     * Finds a metric.
     *
     * @param namespace the namespace
     * @param name the name
     * @return the metric
     * @throws IllegalArgumentException when no page lists it
     */
    public static AwsMetric documented(String namespace, String name) {
        AwsMetric metric = DOCUMENTED.metrics.get(namespace + ' ' + name);
        if (metric == null) {
            throw new IllegalArgumentException("no page of AWS lists " + name + " of " + namespace);
        }
        return metric;
    }

    /** {@return all metrics that are documented and published here} */
    public static List<AwsMetric> all() {
        return List.copyOf(DOCUMENTED.metrics.values());
    }

    private static AwsMetrics read() {
        try (InputStream file = AwsMetrics.class.getResourceAsStream("aws-metrics.json")) {
            Map<String, AwsMetric> metrics = new LinkedHashMap<>();
            for (JsonNode group : JsonMapper.shared().readTree(file)) {
                String namespace = group.path("namespace").asString();
                List<Set<String>> dimensions = dimensions(group.path("dimensions"));
                group.path("metrics").forEachEntry((name, unit) -> add(metrics,
                        new AwsMetric(namespace, name, unit.asString(), dimensions)));
            }
            return new AwsMetrics(metrics);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of AWS's metrics cannot be read", e);
        }
    }

    private static void add(Map<String, AwsMetric> metrics, AwsMetric metric) {
        if (metrics.put(metric.namespace() + ' ' + metric.name(), metric) != null) {
            throw new IllegalStateException(metric.namespace() + ' ' + metric.name() + " is listed twice");
        }
    }

    private static List<Set<String>> dimensions(JsonNode sets) {
        List<Set<String>> dimensions = new ArrayList<>();
        for (JsonNode set : sets) {
            Set<String> names = new TreeSet<>();
            set.forEach(name -> names.add(name.asString()));
            dimensions.add(names);
        }
        return List.copyOf(dimensions);
    }
}
