// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.measure;

import java.util.LinkedHashMap;
import java.util.Map;

import io.highlands.dashboards.cloudwatch.MonitoredEdge;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.telemetry.Dimension;
import io.highlands.telemetry.MeshMetrics;
import io.highlands.telemetry.Metric;
import io.highlands.telemetry.ServiceMetrics;
import io.highlands.telemetry.Status;

/**
 * One edge of the mesh, as the caller's proxy sees it and as the caller's HTTP client sees it. The proxy counts attempts
 * that the callee answered, and none that it answered itself; the client counts calls, whoever answered.
 */
public final class EdgeMeasures {

    private final MonitoredPlatform platform;
    private final MonitoredEdge edge;

    /** Measures of the calls from one client to one server. */
    public EdgeMeasures(MonitoredPlatform platform, MonitoredEdge edge) {
        this.platform = platform;
        this.edge = edge;
    }

    /** Attempts that the callee answered with any status. Sum. */
    public Formula answered() {
        return Formula.of("answered", "ok + moved + refused + failed")
                .with("ok", mesh(MeshMetrics.TARGET_2XX, "Sum", "2xx"))
                .with("moved", mesh(MeshMetrics.TARGET_3XX, "Sum", "3xx"))
                .with("refused", mesh(MeshMetrics.TARGET_4XX, "Sum", "4xx"))
                .with("failed", mesh(MeshMetrics.TARGET_5XX, "Sum", "5xx"));
    }

    /** Attempts that the callee answered, by class of status, under the labels 2xx, 4xx and 5xx. Sum. */
    public MetricStat answered(Status status) {
        return status == Status.CLIENT_ERROR
                ? mesh(MeshMetrics.TARGET_4XX, "Sum", "4xx")
                : mesh(MeshMetrics.TARGET_5XX, "Sum", "5xx");
    }

    /** Attempts that the callee answered with 5xx; 0 where it answered others, because the mesh publishes no zeros. */
    public Formula calleeErrors() {
        return Formula.orZero(answered(Status.SERVER_ERROR), answered());
    }

    /** Attempts that the callee answered with 2xx. Sum. */
    public MetricStat succeeded() {
        return mesh(MeshMetrics.TARGET_2XX, "Sum", "2xx");
    }

    /** Attempts per second that the callee answered. */
    public Formula answerRate() {
        return Formula.of(edge.label(), "answered / PERIOD(ok)").with("answered", answered()).with("ok", succeeded());
    }

    /** Share of the answered attempts that the callee answered with 5xx. Percent; no traffic has none. */
    public Formula errorPercent() {
        return Formula.of(edge.label(), "100 * failed / answered")
                .with("failed", answered(Status.SERVER_ERROR)).with("answered", answered());
    }

    /** Mean time that the callee took, as the caller's proxy sees it. Milliseconds; this metric has no percentiles. */
    public MetricStat meanLatency() {
        return mesh(MeshMetrics.TARGET_RESPONSE_TIME, "Average", "caller's proxy");
    }

    /** Longest time that the callee took, as the caller's proxy sees it. Milliseconds. */
    public MetricStat longestLatency() {
        return mesh(MeshMetrics.TARGET_RESPONSE_TIME, "Maximum", "longest");
    }

    /** Bytes that the caller's proxy moved for this edge. Sum. */
    public MetricStat bytes() {
        return mesh(MeshMetrics.TARGET_PROCESSED_BYTES, "Sum", edge.label());
    }

    /** Calls that the caller made, whatever came of them. */
    public MetricStat calls() {
        return client(ServiceMetrics.CLIENT_DURATION, "SampleCount", "calls");
    }

    /** Calls per second that the caller made; 0 while it publishes and makes none. */
    public Formula callRate() {
        return Formula.of(edge.label(), "(calls + 0 * beats) / PERIOD(calls)").with("calls", calls()).with("beats",
                new ResourceMeasures(platform, edge.client()).heartbeat());
    }

    /** Time until the caller had the whole answer or gave up. Milliseconds; percentiles are those of the calls. */
    public MetricStat callLatency(String statistic) {
        return client(ServiceMetrics.CLIENT_DURATION, statistic, statistic);
    }

    /** Calls that failed in that way. Sum. */
    public MetricStat failedCalls(Status status) {
        Map<Dimension, String> dimensions = new LinkedHashMap<>(dimensions());
        dimensions.put(Dimension.STATUS, status.value());
        return MetricStat.of(ServiceMetrics.CLIENT_ERRORS.with(dimensions), platform.environment(), "Sum",
                status.value());
    }

    /** Calls that somebody failed to answer well: 5xx, and those without an answer. Sum. */
    public Formula failedCalls() {
        return Formula.of("failed", "FILL(failed, 0) + FILL(lost, 0)")
                .with("failed", failedCalls(Status.SERVER_ERROR)).with("lost", failedCalls(Status.NO_ANSWER));
    }

    /**
     * Share of the calls that failed, those that an open circuit or a full bulkhead turned away among them: otherwise all
     * would look well as soon as a circuit opens. Percent; no calls have none.
     */
    public Formula failedCallPercent() {
        return Formula.of(edge.label(), "100 * (failed + lost + rejected) / (made + rejected)")
                .with("failed", failedCalls(Status.SERVER_ERROR)).with("lost", failedCalls(Status.NO_ANSWER))
                .with("rejected", rejectedCalls()).with("made", calls());
    }

    /**
     * Calls that failed though no callee said so: the proxy's own 503 and 504, timeouts, refused and broken connections.
     * A lower bound, because the proxy may have hidden a callee's 5xx by a retry. For alarms: 0 where nothing is known.
     */
    public Formula proxyMadeErrors() {
        return Formula.of(edge.label(), "IF(failures > told, failures - told, 0)").with("failures", failedCalls())
                .with("told", toldErrors());
    }

    /** {@link #proxyMadeErrors()} for dashboards: none where the caller did not publish. */
    public Formula knownProxyMadeErrors() {
        return Formula.of(edge.label(), "IF(failures > told, failures - told, 0 * failures)")
                .with("failures", Formula.of("failed", "failed + lost").with("failed",
                        failedCalls(Status.SERVER_ERROR)).with("lost", failedCalls(Status.NO_ANSWER)))
                .with("told", toldErrors());
    }

    private Formula toldErrors() {
        return Formula.of("told", "FILL(failed, 0)").with("failed", answered(Status.SERVER_ERROR));
    }

    /** What proxies, network and the caller's client add to the callee's time, by means. Milliseconds. */
    public Formula addedLatency() {
        return Formula.of(edge.label(), "whole - callee").with("whole", callLatency("Average"))
                .with("callee", meanLatency());
    }

    /** Calls that were not made, for an open circuit or a full bulkhead. Sum. */
    public MetricStat rejectedCalls() {
        return client(ServiceMetrics.CLIENT_REJECTED, "Sum", edge.label());
    }

    /** 1 where the circuit was open at some moment, else 0. Maximum. */
    public MetricStat circuitOpen() {
        return client(ServiceMetrics.CIRCUIT_OPEN, "Maximum", edge.label());
    }

    /** The most calls that were in flight at once in one task. Maximum. */
    public MetricStat callsInFlight() {
        return client(ServiceMetrics.BULKHEAD_ACTIVE, "Maximum", edge.label());
    }

    /** By the callee's discovery name and, which is easily mixed up, the caller's ECS service. */
    private MetricStat mesh(Metric metric, String statistic, String label) {
        return MetricStat.of(
                metric.with(Dimension.TARGET_DISCOVERY_NAME, edge.server().name(), Dimension.SERVICE_NAME,
                        edge.client().ecsService(), Dimension.CLUSTER_NAME, platform.cluster()),
                platform.environment(), statistic, label);
    }

    private MetricStat client(Metric metric, String statistic, String label) {
        return MetricStat.of(metric.with(dimensions()), platform.environment(), statistic, label);
    }

    private Map<Dimension, String> dimensions() {
        return Map.of(Dimension.SERVICE, edge.client().name(), Dimension.UPSTREAM, edge.server().name());
    }
}
