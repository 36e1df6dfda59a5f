// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.cloudwatch.metrics.ListMetricsRequest;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.control.message.IncidentReport.Calls;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.edges.PublishedSums;

/**
 * The edges from the load balancer to the public services, by what it publishes of each target group. Responses that it makes itself
 * have no target group; they are not counted here.
 */
final class BalancerEdges {

    static final String CALLER = "load balancer";

    private static final String NAMESPACE = "AWS/ApplicationELB";
    private static final String GROUP = "TargetGroup";
    private static final double MILLIS = 1_000;

    private final MetricService metrics;
    private final ClusterSnapshot cluster;

    BalancerEdges(MetricService metrics, ClusterSnapshot cluster) {
        this.metrics = metrics;
        this.cluster = cluster;
    }

    List<EdgeChange> read(Window window) {
        List<EdgeChange> found = new ArrayList<>();
        for (MetricName name : groups()) {
            service(name.dimensions().get(GROUP)).ifPresent(service -> found.add(EdgeChange.counted(CALLER, service,
                    calls(name, window), calls(name, window.before()))));
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

    /** By the group's name in {@code targetgroup/NAME/ID}. */
    private Optional<String> service(String group) {
        String[] parts = group.split("/");
        return parts.length < 2 ? Optional.empty() : cluster.behind(parts[1]);
    }

    private Calls calls(MetricName group, Window window) {
        PublishedSums sums = new PublishedSums(metrics, window.from(), window.until(), NAMESPACE, group.dimensions());
        double answers = sums.sum("TargetResponseTime", "SampleCount").orElse(0.0);
        return new Calls(whole(sums, "RequestCount"), whole(sums, "HTTPCode_Target_5XX_Count"),
                sums.sum("TargetResponseTime", "Sum").filter(time -> answers > 0).map(time -> MILLIS * time / answers));
    }

    private static long whole(PublishedSums sums, String name) {
        return Math.round(sums.sum(name, "Sum").orElse(0.0));
    }
}
