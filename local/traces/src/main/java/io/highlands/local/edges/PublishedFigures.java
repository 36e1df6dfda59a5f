// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.local.cloudwatch.metrics.MetricDataQuery;
import io.highlands.local.cloudwatch.metrics.MetricDataRequest;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.cloudwatch.metrics.MetricStat;

/**
 * Reads what was published of an edge to CloudWatch: sums over the window, and means of all calls. A metric without a point
 * is absent, not zero.
 */
public final class PublishedFigures {

    /** Metrics are published every so often at the usual time scale; longer windows are read in longer periods. */
    private static final int STEP_SECONDS = 10;

    private static final int MAX_PERIODS = 1_000;

    private final MetricService metrics;
    private final String environment;
    private final String cluster;

    public PublishedFigures(MetricService metrics, String environment, String cluster) {
        this.metrics = metrics;
        this.environment = environment;
        this.cluster = cluster;
    }

    Optional<ClientFigures> client(Edge edge, Instant from, Instant until) {
        Reading reading = new Reading(from, until, "Highlands/" + environment,
                Map.of("Service", edge.caller(), "Upstream", edge.callee()));
        Optional<Double> calls = reading.sum("http.client.request.duration", "SampleCount");
        Optional<Double> failed = reading.errors("5xx");
        if (calls.isEmpty() && failed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ClientFigures(whole(calls), whole(failed), whole(reading.errors("error")),
                whole(reading.errors("4xx")), whole(reading.sum("http.client.request.rejected", "Sum")),
                mean(reading.sum("http.client.request.duration", "Sum"), calls),
                reading.longest("http.client.request.duration")));
    }

    Optional<TargetFigures> target(Edge edge, Instant from, Instant until) {
        Reading reading = new Reading(from, until, "AWS/ECS", Map.of("ClusterName", cluster, "ServiceName",
                edge.caller(), "TargetDiscoveryName", edge.callee()));
        long answered = 0;
        boolean known = false;
        for (String status : List.of("2XX", "3XX", "4XX", "5XX")) {
            Optional<Double> answers = reading.sum("HTTPCode_Target_" + status + "_Count", "Sum");
            known |= answers.isPresent();
            answered += whole(answers);
        }
        if (!known) {
            return Optional.empty();
        }
        return Optional.of(new TargetFigures(answered, whole(reading.sum("HTTPCode_Target_5XX_Count", "Sum")),
                whole(reading.sum("HTTPCode_Target_4XX_Count", "Sum")),
                mean(reading.sum("TargetResponseTime", "Sum"), reading.sum("TargetResponseTime", "SampleCount")),
                reading.longest("TargetResponseTime")));
    }

    private static long whole(Optional<Double> value) {
        return Math.round(value.orElse(0.0));
    }

    private static double mean(Optional<Double> sum, Optional<Double> count) {
        return sum.isEmpty() || count.filter(samples -> samples > 0).isEmpty() ? Double.NaN : sum.get() / count.get();
    }

    /** The metrics of one set of dimensions over the window. */
    private final class Reading {

        private final Instant from;
        private final Instant until;
        private final String namespace;
        private final Map<String, String> dimensions;

        private Reading(Instant from, Instant until, String namespace, Map<String, String> dimensions) {
            this.from = from;
            this.until = until;
            this.namespace = namespace;
            this.dimensions = dimensions;
        }

        private Optional<Double> sum(String name, String statistic) {
            return sum(name, statistic, dimensions);
        }

        private Optional<Double> errors(String status) {
            Map<String, String> all = new HashMap<>(dimensions);
            all.put("Status", status);
            return sum("http.client.request.errors", "Sum", all);
        }

        private Optional<Double> sum(String name, String statistic, Map<String, String> of) {
            double[] values = values(name, statistic, of);
            if (values.length == 0) {
                return Optional.empty();
            }
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return Optional.of(sum);
        }

        private double longest(String name) {
            double longest = Double.NaN;
            for (double value : values(name, "Maximum", dimensions)) {
                longest = Double.isNaN(longest) ? value : Math.max(longest, value);
            }
            return longest;
        }

        private double[] values(String name, String statistic, Map<String, String> of) {
            long periods = Math.ceilDiv(Duration.between(from, until).toSeconds(), (long) STEP_SECONDS * MAX_PERIODS);
            int period = (int) (STEP_SECONDS * Math.max(1, periods));
            List<TimeSeries> found = new ArrayList<>();
            metrics.evaluate(MetricDataRequest.of(List.of(MetricDataQuery.of("m", new MetricStat(
                    new MetricName(namespace, name, of), period, statistic, Optional.empty()))), from, until))
                    .forEach(series -> found.add(series.points()));
            return found.isEmpty() ? new double[0] : found.getFirst().values();
        }
    }
}
