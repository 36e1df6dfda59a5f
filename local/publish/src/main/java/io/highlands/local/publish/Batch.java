// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Distribution;
import io.highlands.local.cloudwatch.metrics.AwsMetric;
import io.highlands.local.store.Sample;

/**
 * What is published for one period. Each value goes out under all sets of dimensions that AWS documents for its metric;
 * values for the same metric and dimensions are further samples of it.
 */
final class Batch {

    private static final int HIGH_RESOLUTION = 1;
    private static final int STANDARD = 60;

    private final Instant time;
    private final int resolution;
    private final Map<MetricName, List<Distribution>> parts = new LinkedHashMap<>();
    private final Map<MetricName, String> units = new LinkedHashMap<>();

    /**
     * Begins a period.
     *
     * @param start when it began: the timestamp of all that is published
     * @param period its length, which decides on the resolution
     */
    Batch(Instant start, Duration period) {
        this.time = start;
        this.resolution = period.toSeconds() < STANDARD ? HIGH_RESOLUTION : STANDARD;
    }

    void add(AwsMetric metric, Map<String, String> values, double value) {
        add(metric, values, Distribution.of(value));
    }

    void addNonzero(AwsMetric metric, Map<String, String> values, double value) {
        if (value != 0) {
            add(metric, values, value);
        }
    }

    void add(AwsMetric metric, Map<String, String> values, Distribution samples) {
        if (samples.isEmpty()) {
            return;
        }
        for (var set : metric.dimensions()) {
            if (values.keySet().containsAll(set)) {
                Map<String, String> dimensions = new LinkedHashMap<>();
                set.forEach(name -> dimensions.put(name, values.get(name)));
                MetricName name = new MetricName(metric.namespace(), metric.name(), dimensions);
                parts.computeIfAbsent(name, key -> new ArrayList<>()).add(samples);
                units.put(name, metric.unit());
            }
        }
    }

    List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        parts.forEach((name, values) -> samples.add(new Sample(name, time,
                values.size() == 1 ? values.getFirst() : Distribution.merge(values), units.get(name), resolution)));
        return samples;
    }
}
