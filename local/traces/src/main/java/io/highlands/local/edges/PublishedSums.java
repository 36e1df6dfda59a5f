// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.cloudwatch.metrics.MetricDataQuery;
import io.highlands.local.cloudwatch.metrics.MetricDataRequest;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.cloudwatch.metrics.MetricStat;

/**
 * The metrics of one set of dimensions over a window. A metric without a point is absent, not zero.
 *
 * @param metrics what was published
 * @param from when the window begins
 * @param until when it ends
 * @param namespace the metrics' namespace
 * @param dimensions the dimensions, complete
 */
public record PublishedSums(MetricService metrics, Instant from, Instant until, String namespace,
        Map<String, String> dimensions) {

    /** Metrics are published every so often at the usual time scale; longer windows are read in longer periods. */
    private static final int STEP_SECONDS = 10;
    private static final int MAX_PERIODS = 1_000;

    /** Keeps the dimensions as they are now. */
    public PublishedSums {
        dimensions = Map.copyOf(dimensions);
    }

    /** The same with one more dimension. */
    PublishedSums with(String dimension, String value) {
        Map<String, String> all = new HashMap<>(dimensions);
        all.put(dimension, value);
        return new PublishedSums(metrics, from, until, namespace, all);
    }

    /**
     * {@return the sum of a statistic over the window's periods; empty without a point}
     *
     * @param name the metric's name
     * @param statistic one that can be summed: {@code Sum} or {@code SampleCount}
     */
    public Optional<Double> sum(String name, String statistic) {
        double[] values = values(name, statistic);
        return values.length == 0 ? Optional.empty() : Optional.of(Arrays.stream(values).sum());
    }

    /** The largest value; NaN without a point. */
    double longest(String name) {
        return Arrays.stream(values(name, "Maximum")).max().orElse(Double.NaN);
    }

    private double[] values(String name, String statistic) {
        long periods = Math.ceilDiv(Duration.between(from, until).toSeconds(), (long) STEP_SECONDS * MAX_PERIODS);
        MetricStat stat = new MetricStat(new MetricName(namespace, name, dimensions),
                (int) (STEP_SECONDS * Math.max(1, periods)), statistic, Optional.empty());
        return metrics.evaluate(MetricDataRequest.of(List.of(MetricDataQuery.of("m", stat)), from, until)).stream()
                .findFirst().map(series -> series.points().values()).orElse(new double[0]);
    }
}
