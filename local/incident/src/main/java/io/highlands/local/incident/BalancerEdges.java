// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.cloudwatch.metrics.ListMetricsRequest;
import io.highlands.local.cloudwatch.metrics.MetricDataQuery;
import io.highlands.local.cloudwatch.metrics.MetricDataRequest;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.cloudwatch.metrics.MetricStat;
import io.highlands.local.control.message.IncidentReport.Calls;
import io.highlands.local.control.message.IncidentReport.ChangedEdge;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.ecs.ServiceSnapshot;

/**
 * The edges from the load balancer to the public services, by what it publishes of each target group. Responses that it makes itself
 * have no target group; they are not counted here.
 */
final class BalancerEdges {

    static final String CALLER = "load balancer";

    private static final String NAMESPACE = "AWS/ApplicationELB";
    private static final String GROUP = "TargetGroup";
    private static final double MILLIS = 1_000;
    private static final int STEP_SECONDS = 10;
    private static final int MAX_PERIODS = 1_000;

    private final MetricService metrics;
    private final ClusterSnapshot cluster;

    BalancerEdges(MetricService metrics, ClusterSnapshot cluster) {
        this.metrics = metrics;
        this.cluster = cluster;
    }

    List<EdgeChange> read(Window window) {
        List<EdgeChange> found = new ArrayList<>();
        for (MetricName name : groups()) {
            service(name.dimensions().get(GROUP)).ifPresent(service -> found.add(new EdgeChange(new ChangedEdge(CALLER,
                    service, calls(name, window), calls(name, window.before()), List.of(), ""))));
        }
        return found;
    }

    private List<MetricName> groups() {
        return metrics.list(new ListMetricsRequest(Optional.of(NAMESPACE), Optional.of("RequestCount"),
                List.of(new ListMetricsRequest.DimensionFilter(GROUP, Optional.empty())), Optional.empty(),
                Optional.empty())).metrics().stream()
                .filter(name -> name.dimensions().size() == 2 && name.dimensions().containsKey("LoadBalancer"))
                .toList();
    }

    /** The service whose tasks are, or lately were, targets of the group: {@code targetgroup/NAME/ID}. */
    private Optional<String> service(String group) {
        String[] parts = group.split("/");
        return parts.length < 2
                ? Optional.empty()
                : cluster.services().stream()
                        .filter(service -> service.tasks().stream()
                                .anyMatch(task -> task.targetHealth().containsKey(parts[1])))
                        .map(ServiceSnapshot::name).findFirst()
                        .or(() -> cluster.services().stream().map(ServiceSnapshot::name).filter(parts[1]::endsWith)
                                .findFirst());
    }

    private Calls calls(MetricName group, Window window) {
        long calls = Math.round(sum(group, "RequestCount", "Sum", window));
        long failed = Math.round(sum(group, "HTTPCode_Target_5XX_Count", "Sum", window));
        double answers = sum(group, "TargetResponseTime", "SampleCount", window);
        return new Calls(calls, failed,
                answers == 0
                        ? Optional.empty()
                        : Optional.of(MILLIS * sum(group, "TargetResponseTime", "Sum", window) / answers));
    }

    private double sum(MetricName group, String name, String statistic, Window window) {
        long periods = Math.ceilDiv(Duration.between(window.from(), window.until()).toSeconds(),
                (long) STEP_SECONDS * MAX_PERIODS);
        MetricDataQuery query = MetricDataQuery.of("m",
                new MetricStat(new MetricName(NAMESPACE, name, Map.copyOf(group.dimensions())),
                        (int) (STEP_SECONDS * Math.max(1, periods)), statistic, Optional.empty()));
        return metrics.evaluate(MetricDataRequest.of(List.of(query), window.from(), window.until())).stream()
                .flatMapToDouble(series -> series.points().values().length == 0
                        ? DoubleStream.empty()
                        : Arrays.stream(series.points().values()))
                .sum();
    }
}
