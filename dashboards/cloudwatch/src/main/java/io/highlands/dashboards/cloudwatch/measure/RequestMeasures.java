// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.measure;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.telemetry.Dimension;
import io.highlands.telemetry.MeshMetrics;
import io.highlands.telemetry.Metric;
import io.highlands.telemetry.ServiceMetrics;
import io.highlands.telemetry.Status;

/** The requests that a service answers: rate, errors and duration, by route and altogether. */
public final class RequestMeasures {

    private final MonitoredPlatform platform;
    private final MonitoredService service;

    /** The measures of that service. */
    public RequestMeasures(MonitoredPlatform platform, MonitoredService service) {
        this.platform = platform;
        this.service = service;
    }

    /** Requests to the route. */
    public MetricStat requests(String route) {
        return latency(route, "SampleCount").labelled(route);
    }

    /** Requests per second to the route; 0 while the service publishes and has none. */
    public Formula requestRate(String route) {
        return Formula.of(route, "(requests + 0 * beats) / PERIOD(requests)").with("requests", requests(route))
                .with("beats", heartbeat());
    }

    /** Requests per second to all routes; 0 while the service publishes and has none. */
    public Formula requestRate() {
        return Formula.of(service.name(), "(requests + 0 * beats) / PERIOD(first)").with("requests", total())
                .with("first", requests(service.routes().getFirst())).with("beats", heartbeat());
    }

    /** Requests to the route that were answered with that class of status. Sum. */
    public MetricStat errors(String route, Status status) {
        return MetricStat.of(
                ServiceMetrics.SERVER_ERRORS.with(Dimension.SERVICE, service.name(), Dimension.ROUTE, route,
                        Dimension.STATUS, status.value()),
                platform.environment(), "Sum", route + " " + status.value());
    }

    /** Share of the requests to all routes that were answered with 5xx. Percent; no traffic has none. */
    public Formula errorPercent() {
        return Formula.of(service.name(), "100 * errors / requests")
                .with("errors", sum("errors", route -> errors(route, Status.SERVER_ERROR))).with("requests", total());
    }

    /** Time to answer requests to the route. Milliseconds; percentiles are those of the requests. */
    public MetricStat latency(String route, String statistic) {
        return MetricStat.of(
                ServiceMetrics.SERVER_DURATION.with(Dimension.SERVICE, service.name(), Dimension.ROUTE, route),
                platform.environment(), statistic, route + " " + statistic);
    }

    /** Mean time to answer a request, of all routes. Milliseconds; no traffic has none. */
    public Formula meanLatency() {
        return Formula.of(service.name(), "spent / requests")
                .with("spent", sum("spent", route -> latency(route, "Sum"))).with("requests", total());
    }

    /** Requests that the service's proxy took in, from the mesh and the load balancer. Sum. */
    public MetricStat proxyRequests() {
        return proxy(MeshMetrics.REQUEST_COUNT, "its proxy");
    }

    /** Requests per second that the service's proxy took in. */
    public Formula proxyRequestRate() {
        return Formula.of(service.name(), "taken / PERIOD(taken)").with("taken", proxyRequests());
    }

    /** New connections to the service's proxy. Sum. */
    public MetricStat newConnections() {
        return proxy(MeshMetrics.NEW_CONNECTIONS, service.name() + " new");
    }

    /** Connections that are open to the service's proxies. Sum. */
    public MetricStat activeConnections() {
        return proxy(MeshMetrics.ACTIVE_CONNECTIONS, service.name() + " open");
    }

    /** Bytes that the service's proxy moved. Sum. */
    public MetricStat bytes() {
        return proxy(MeshMetrics.PROCESSED_BYTES, service.name());
    }

    private MetricStat heartbeat() {
        return new ResourceMeasures(platform, service).heartbeat();
    }

    /** A route without a value counts as 0 beside one that has one. */
    private Formula total() {
        return sum("requests", this::requests);
    }

    private Formula sum(String label, Function<String, MetricStat> ofRoute) {
        List<String> routes = service.routes();
        var formula = Formula.of(label, IntStream.rangeClosed(1, routes.size()).mapToObj(i -> label + i)
                .collect(Collectors.joining(" + ")));
        for (int i = 0; i < routes.size(); i++) {
            formula = formula.with(label + (i + 1), ofRoute.apply(routes.get(i)));
        }
        return formula;
    }

    private MetricStat proxy(Metric metric, String label) {
        return MetricStat.of(
                metric.with(Dimension.DISCOVERY_NAME, service.name(), Dimension.SERVICE_NAME, service.ecsService(),
                        Dimension.CLUSTER_NAME, platform.cluster()),
                platform.environment(), "Sum", label);
    }
}
