// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.cloudwatch.metrics.MetricService;

/**
 * Reads what was published of an edge to CloudWatch: sums over the window, and means of all calls. A metric without a point
 * is absent, not zero.
 */
public final class PublishedFigures {

    private final MetricService metrics;
    private final String environment;
    private final String cluster;

    public PublishedFigures(MetricService metrics, String environment, String cluster) {
        this.metrics = metrics;
        this.environment = environment;
        this.cluster = cluster;
    }

    Optional<ClientFigures> client(Edge edge, Instant from, Instant until) {
        PublishedSums reading = new PublishedSums(metrics, from, until, "Highlands/" + environment,
                Map.of("Service", edge.caller(), "Upstream", edge.callee()));
        Optional<Double> calls = reading.sum("http.client.request.duration", "SampleCount");
        Optional<Double> failed = errors(reading, "5xx");
        if (calls.isEmpty() && failed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ClientFigures(whole(calls), whole(failed), whole(errors(reading, "error")),
                whole(errors(reading, "4xx")), whole(reading.sum("http.client.request.rejected", "Sum")),
                mean(reading.sum("http.client.request.duration", "Sum"), calls),
                reading.longest("http.client.request.duration")));
    }

    Optional<TargetFigures> target(Edge edge, Instant from, Instant until) {
        PublishedSums reading = new PublishedSums(metrics, from, until, "AWS/ECS",
                Map.of("ClusterName", cluster, "ServiceName",
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

    private static Optional<Double> errors(PublishedSums reading, String status) {
        return reading.with("Status", status).sum("http.client.request.errors", "Sum");
    }

    private static long whole(Optional<Double> value) {
        return Math.round(value.orElse(0.0));
    }

    private static double mean(Optional<Double> sum, Optional<Double> count) {
        return sum.isEmpty() || count.filter(samples -> samples > 0).isEmpty() ? Double.NaN : sum.get() / count.get();
    }
}
