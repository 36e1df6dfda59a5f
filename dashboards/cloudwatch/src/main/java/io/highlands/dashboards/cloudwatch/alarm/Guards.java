// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.highlands.dashboards.cloudwatch.DashboardNames;
import io.highlands.dashboards.cloudwatch.MonitoredEdge;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.dashboards.cloudwatch.measure.EdgeMeasures;
import io.highlands.dashboards.cloudwatch.measure.Formula;
import io.highlands.dashboards.cloudwatch.measure.MetricStat;
import io.highlands.telemetry.Dimension;
import io.highlands.telemetry.LoadBalancerMetrics;
import io.highlands.telemetry.Metric;
import io.highlands.telemetry.Status;

/**
 * What rolls a deployment back: the service's own answers over two minutes. Never a burn rate, which would still be in
 * ALARM from before the deployment, and with an alarm that is in ALARM already ECS watches none at all.
 *
 * <p>
 * Load balancer and mesh are asked and not the service itself, because a new version may publish nothing. Of both, the
 * answers are 2xx and 5xx; a service that passes an upstream's failure on counts as failing, so that a deployment in the
 * middle of somebody else's incident may be rolled back.
 */
final class Guards {

    /** The load balancer and so many callers are the ten metrics of an alarm; further callers do not count. */
    private static final int MAX_CALLERS = 4;

    private final MonitoredPlatform platform;
    private final MonitoredService service;
    private final List<MetricStat> failed = new ArrayList<>();
    private final List<MetricStat> succeeded = new ArrayList<>();

    private Guards(MonitoredPlatform platform, MonitoredService service) {
        this.platform = platform;
        this.service = service;
        service.targetGroup().ifPresent(group -> {
            failed.add(target(LoadBalancerMetrics.TARGET_5XX, group));
            succeeded.add(target(LoadBalancerMetrics.TARGET_2XX, group));
        });
        callers().map(edge -> new EdgeMeasures(platform, edge)).forEach(edge -> {
            failed.add(edge.answered(Status.SERVER_ERROR));
            succeeded.add(edge.succeeded());
        });
    }

    static Stream<Alert> of(MonitoredPlatform platform, MonitoredService service) {
        var guards = new Guards(platform, service);
        return guards.failed.isEmpty() ? Stream.empty() : Stream.of(guards.errors());
    }

    /**
     * No answers are no errors: a task that never starts is what ECS's own circuit breaker sees. Nor are a few: one
     * failure among three requests would roll a good version back.
     */
    private Alert errors() {
        String bad = "(" + sum("failed") + ")";
        String answers = "(" + sum("failed") + " + " + sum("ok") + ")";
        var share = Formula.of("5xx in percent",
                "IF(%2$s >= %3$d, IF(%1$s >= %4$d, 100 * %1$s / %2$s, 0), 0)".formatted(
                        bad, answers, platform.thresholds().minimumRequests(),
                        platform.thresholds().minimumFailures()));
        for (int i = 0; i < failed.size(); i++) {
            share = share.with("failed" + (i + 1), failed.get(i)).with("ok" + (i + 1), succeeded.get(i));
        }
        return Alert.of(AlarmKind.DEPLOYMENT_GUARD, service.name(),
                new DashboardNames(platform.environment()).service(service.name()),
                Watch.above("", share, platform.thresholds().guardErrorPercent()).forAny(2, 3));
    }

    private String sum(String id) {
        return IntStream.rangeClosed(1, failed.size()).mapToObj(i -> "FILL(%s%d, 0)".formatted(id, i))
                .collect(Collectors.joining(" + "));
    }

    private Stream<MonitoredEdge> callers() {
        return platform.edges().stream().filter(edge -> edge.server().name().equals(service.name()))
                .limit(MAX_CALLERS);
    }

    private MetricStat target(Metric metric, String group) {
        return MetricStat.of(
                metric.with(Dimension.LOAD_BALANCER, platform.loadBalancer(), Dimension.TARGET_GROUP, group),
                platform.environment(), "Sum", metric.name());
    }
}
