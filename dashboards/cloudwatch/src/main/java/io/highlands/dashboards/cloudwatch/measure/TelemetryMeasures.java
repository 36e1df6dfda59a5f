// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.measure;

import java.util.Map;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.telemetry.Dimension;
import io.highlands.telemetry.Metric;
import io.highlands.telemetry.PlatformMetrics;
import io.highlands.telemetry.PlumbingMetrics;
import io.highlands.telemetry.Source;

/** The monitoring itself, and what the platform says of its deployments. */
public final class TelemetryMeasures {

    private final MonitoredPlatform platform;

    /** The measures of the platform's own telemetry. */
    public TelemetryMeasures(MonitoredPlatform platform) {
        this.platform = platform;
    }

    /** Deployments that ECS gave up. Sum. */
    public MetricStat failedDeployments() {
        return MetricStat.of(PlatformMetrics.DEPLOYMENT_FAILED.with(Map.of()), platform.environment(), "Sum",
                "failed deployments");
    }

    /** Bytes that a log group took in. Sum. */
    public MetricStat logBytes(String group, String label) {
        return logs(PlumbingMetrics.LOG_BYTES, group, label);
    }

    /** Lines that a log group took in. Sum. */
    public MetricStat logEvents(String group, String label) {
        return logs(PlumbingMetrics.LOG_EVENTS, group, label);
    }

    /**
     * How many custom metrics the service publishes: what CloudWatch bills. Drawn over the heartbeat, because a count is
     * not a series, and only a series can be drawn.
     */
    public Formula customMetrics(MonitoredService service) {
        return Formula
                .of(service.name(), "0 * beats + METRIC_COUNT(SEARCH('Namespace=\"%s\" Service=\"%s\"', 'SampleCount'))"
                        .formatted(Source.HIGHLANDS.namespace(platform.environment()), service.name()))
                .with("beats", new ResourceMeasures(platform, service).heartbeat());
    }

    private MetricStat logs(Metric metric, String group, String label) {
        return MetricStat.of(metric.with(Dimension.LOG_GROUP_NAME, group), platform.environment(), "Sum", label);
    }
}
