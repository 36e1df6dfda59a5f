// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.measure;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.telemetry.Dimension;
import io.highlands.telemetry.LoadBalancerMetrics;
import io.highlands.telemetry.Metric;

/** The load balancer: what users see. */
public final class EntryMeasures {

    private final MonitoredPlatform platform;

    /** The measures of the platform's entry. */
    public EntryMeasures(MonitoredPlatform platform) {
        this.platform = platform;
    }

    /** Requests that reached a service. Sum. */
    public MetricStat requests() {
        return of(LoadBalancerMetrics.REQUEST_COUNT, "Sum", "requests");
    }

    /** Requests per second that reached a service. */
    public Formula requestRate() {
        return Formula.of("requests", "requests / PERIOD(requests)").with("requests", requests());
    }

    /** Requests of users: those that reached a service, and those that the load balancer failed itself. Sum. */
    public Formula allRequests() {
        return Formula.of("requests of users", "requests + elb").with("requests", requests()).with("elb",
                balancerErrors());
    }

    /** A count of answers per second; 0 where there were requests, because the load balancer publishes no zeros. */
    public Formula perSecond(MetricStat answers) {
        return Formula.of(answers.label(), "shown / PERIOD(count)").with("shown", Formula.orZero(answers, requests()))
                .with("count", answers);
    }

    /** {@link #balancerErrors()} per second; 0 where there were requests. */
    public Formula balancerErrorRate() {
        return Formula.of(balancerErrors().label(), "(errors + 0 * requests) / PERIOD(requests)")
                .with("errors", balancerErrors()).with("requests", requests());
    }

    /**
     * Requests that the load balancer failed itself: 500, 502, 503 and 504, for no target, or one that broke off or timed
     * out. Not {@code HTTPCode_ELB_5XX_Count}, which also has 501, 505 and 561: those answer a request that the caller
     * made wrong, and anybody on the internet can make as many as they like. Sum; none where none was published.
     */
    public Formula balancerErrors() {
        Formula sum = Formula.of("500, 502, 503 and 504 of the load balancer", "elb500 + elb502 + elb503 + elb504");
        for (var error : balancerErrorsByStatus().entrySet()) {
            sum = sum.with(error.getKey(), error.getValue());
        }
        return sum;
    }

    /** What {@link #balancerErrors()} adds up, by the ids {@code elb500} to {@code elb504}. Sum. */
    public SequencedMap<String, MetricStat> balancerErrorsByStatus() {
        SequencedMap<String, MetricStat> errors = new LinkedHashMap<>();
        errors.put("elb500", of(LoadBalancerMetrics.ELB_500, "Sum", "500 of the load balancer"));
        errors.put("elb502", of(LoadBalancerMetrics.ELB_502, "Sum", "502 of the load balancer"));
        errors.put("elb503", of(LoadBalancerMetrics.ELB_503, "Sum", "503 of the load balancer"));
        errors.put("elb504", of(LoadBalancerMetrics.ELB_504, "Sum", "504 of the load balancer"));
        return errors;
    }

    /** The load balancer's own 4xx: paths that nobody serves. Sum. */
    public MetricStat balancerRefusals() {
        return of(LoadBalancerMetrics.ELB_4XX, "Sum", "4xx of the load balancer");
    }

    /** 5xx that services answered. Sum. */
    public MetricStat targetErrors() {
        return of(LoadBalancerMetrics.TARGET_5XX, "Sum", "5xx of services");
    }

    /** 4xx that services answered. Sum. */
    public MetricStat targetRefusals() {
        return of(LoadBalancerMetrics.TARGET_4XX, "Sum", "4xx of services");
    }

    /** Time until a service began to answer. Seconds; percentiles are those of the requests. */
    public MetricStat latency(String statistic) {
        return of(LoadBalancerMetrics.TARGET_RESPONSE_TIME, statistic, statistic);
    }

    /** Time until that service began to answer requests of the load balancer. Seconds. */
    public MetricStat latency(MonitoredService service, String statistic) {
        return target(LoadBalancerMetrics.TARGET_RESPONSE_TIME, service, statistic, statistic);
    }

    /** Tasks of the service that the load balancer may send to, by the zone that sees most. Maximum. */
    public MetricStat healthyHosts(MonitoredService service) {
        return target(LoadBalancerMetrics.HEALTHY_HOSTS, service, "Maximum", "healthy");
    }

    /** Tasks of the service that the load balancer does not send to. Maximum. */
    public MetricStat unhealthyHosts(MonitoredService service) {
        return target(LoadBalancerMetrics.UNHEALTHY_HOSTS, service, "Maximum", "unhealthy");
    }

    private MetricStat of(Metric metric, String statistic, String label) {
        return MetricStat.of(metric.with(Dimension.LOAD_BALANCER, platform.loadBalancer()), platform.environment(),
                statistic, label);
    }

    private MetricStat target(Metric metric, MonitoredService service, String statistic, String label) {
        String group = service.targetGroup().orElseThrow(
                () -> new IllegalArgumentException(service.name() + " has no target group: it is not public"));
        return MetricStat.of(
                metric.with(Dimension.LOAD_BALANCER, platform.loadBalancer(), Dimension.TARGET_GROUP, group),
                platform.environment(), statistic, label);
    }
}
