// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Distribution;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.store.Sample;

/** Half an hour of a platform's metrics, every ten seconds: two requests a second, and an incident in the middle. */
final class SampleMetrics {

    static final String BALANCER = "app/highlands-local/1234567890abcdef";

    private static final int STEP = 10;

    private final Random random = new Random(7);

    private final List<Sample> samples = new ArrayList<>();

    private final Instant end;

    private SampleMetrics(Instant end) {
        this.end = Instant.ofEpochSecond(end.getEpochSecond() / STEP * STEP);
    }

    /** Publishes all of it, up to now. */
    static void publish(MetricService metrics, Instant now, Duration length) {
        SampleMetrics sample = new SampleMetrics(now);
        long periods = length.toSeconds() / STEP;
        for (long i = periods; i > 0; i--) {
            sample.period(sample.end.minusSeconds(i * STEP), (double) i / periods);
        }
        metrics.put(sample.samples);
    }

    /** @param left from 1 at the beginning to 0 at the end */
    private void period(Instant at, double left) {
        boolean incident = left > 0.38 && left < 0.52;
        Map<String, String> balancer = Map.of("LoadBalancer", BALANCER);
        double requests = Math.round(20 + 5 * Math.sin(left * 18) + 2 * random.nextGaussian());
        put("AWS/ApplicationELB", "RequestCount", balancer, at, requests, "Count");
        put("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", balancer, at,
                incident ? Math.round(requests * 0.22) : 0, "Count");
        samples.add(new Sample(new MetricName("AWS/ApplicationELB", "TargetResponseTime", balancer), at,
                latencies(requests, incident ? 0.08 : 0.011), "Seconds", 1));
        edge(at, "service-b", "service-a", requests * 0.7, incident);
        edge(at, "service-b", "service-c", requests * 0.7, false);
        edge(at, "service-a", "service-b", requests * 0.3, false);
        for (String service : List.of("service-a", "service-b", "service-c")) {
            if (!service.equals("service-c") || left < 0.7 || left > 0.85) {
                Map<String, String> ecs = Map.of("ClusterName", "highlands-local", "ServiceName", service);
                put("AWS/ECS", "CPUUtilization", ecs, at, 8 + 3 * Math.sin(left * 9) + random.nextDouble() * 4,
                        "Percent");
                put("AWS/ECS", "MemoryUtilization", ecs, at, 52 + 4 * random.nextDouble(), "Percent");
            }
        }
        put("Highlands/local", "Zero", Map.of("Service", "service-a"), at, 0, "Count");
    }

    private void edge(Instant at, String from, String to, double requests, boolean failing) {
        Map<String, String> edge = Map.of("ClusterName", "highlands-local", "ServiceName", from,
                "TargetDiscoveryName", to);
        put("AWS/ECS", "HTTPCode_Target_2XX_Count", edge, at, Math.round(failing ? requests * 0.7 : requests), "Count");
        if (failing) {
            put("AWS/ECS", "HTTPCode_Target_5XX_Count", edge, at, Math.round(requests * 0.3), "Count");
        }
        put("AWS/ECS", "TargetResponseTime", edge, at, (failing ? 60 : 4) + 2 * random.nextDouble() + to.length() / 3.0,
                "Milliseconds");
    }

    private Distribution latencies(double requests, double typical) {
        double[] values = random.doubles((long) requests).map(draw -> typical * (0.6 - Math.log(1 - draw) * 0.4))
                .toArray();
        double[] counts = new double[values.length];
        Arrays.fill(counts, 1);
        return Distribution.of(values, counts);
    }

    private void put(String namespace, String name, Map<String, String> dimensions, Instant at, double value,
            String unit) {
        samples.add(Sample.of(new MetricName(namespace, name, dimensions), at, value, unit));
    }
}
