// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.highlands.dashboards.cloudwatch.DashboardNames;
import io.highlands.dashboards.cloudwatch.MonitoredEdge;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.dashboards.cloudwatch.Thresholds;
import io.highlands.dashboards.cloudwatch.alarm.AlarmKind;
import io.highlands.dashboards.datadog.query.EdgeQueries;
import io.highlands.dashboards.datadog.query.PlatformQueries;
import io.highlands.dashboards.datadog.query.ServiceQueries;

/** Causes and risks. */
final class TicketAlerts {

    /** N of the CloudWatch alarms that count on an edge: 2 of 3 minutes there, the counts of all three here. */
    private static final int EDGE_MINUTES = 3;
    private static final int BREACHING_MINUTES = 2;
    private static final int ROLLED_BACK_MINUTES = 15;
    private static final int SILENT_MINUTES = 6;

    private final MonitoredPlatform platform;
    private final DashboardNames dashboards;

    private TicketAlerts(MonitoredPlatform platform) {
        this.platform = platform;
        this.dashboards = new DashboardNames(platform.environment());
    }

    static List<Alert> of(MonitoredPlatform platform) {
        var tickets = new TicketAlerts(platform);
        List<Alert> alerts = new ArrayList<>();
        platform.edges().forEach(edge -> alerts.addAll(tickets.ofEdge(edge)));
        platform.services().forEach(service -> alerts.addAll(tickets.ofService(service)));
        alerts.add(tickets.rolledBack());
        return alerts;
    }

    /** What is counted by spans is only there while traces go to Datadog. */
    private List<Alert> ofEdge(MonitoredEdge edge) {
        var queries = new EdgeQueries(platform, edge);
        List<Alert> alerts = new ArrayList<>();
        if (platform.links().datadog().isPresent()) {
            alerts.add(errors(edge, queries));
            alerts.add(ofEdge(AlarmKind.PROXY_MADE_ERRORS, edge, Condition.above("",
                    Window.over(Duration.ofMinutes(EDGE_MINUTES)), queries.madeBetweenPerMinute(EDGE_MINUTES),
                    platform.thresholds().proxyErrors())));
        }
        alerts.add(ofEdge(AlarmKind.EDGE_LATENCY, edge, Condition.above("", Window.allOf(2), queries.meanAtProxy(),
                platform.thresholds().edgeLatencyMillis(edge))));
        alerts.add(ofEdge(AlarmKind.CIRCUIT_OPEN, edge,
                Condition.atLeast("", Window.allOf(2), queries.circuitOpen(), 1)));
        return alerts;
    }

    private Alert errors(MonitoredEdge edge, EdgeQueries queries) {
        Window window = Window.over(Duration.ofMinutes(EDGE_MINUTES));
        return Alert.of(AlarmKind.EDGE_ERRORS, edge.id(), dashboards.mesh(), "{calls} && {failures}",
                Condition.above("calls", window, queries.failedPercent(), platform.thresholds().edgeErrorPercent()),
                Condition.atLeast("failures", window, queries.allFailedCalls(),
                        Thresholds.MIN_FAILED_CALLS * BREACHING_MINUTES));
    }

    private Alert ofEdge(AlarmKind kind, MonitoredEdge edge, Condition condition) {
        return Alert.of(kind, edge.id(), dashboards.mesh(), condition);
    }

    private List<Alert> ofService(MonitoredService service) {
        var queries = new ServiceQueries(platform, service);
        String dashboard = dashboards.service(service.name());
        List<Alert> alerts = new ArrayList<>();
        // Container Insights sends nothing of a service without a running task, so silence is the fault at its worst
        alerts.add(Alert.of(AlarmKind.TASKS_BELOW_DESIRED, service.name(), dashboard,
                Condition.above("", Window.allOf(3), queries.missing(), 0).orSilentFor(PageAlerts.NO_DATA_MINUTES)));
        alerts.add(saturation(service, queries));
        alerts.add(silent(service, queries));
        platform.sidecar().ifPresent(sidecar -> alerts.add(Alert.of(AlarmKind.TRACING_SIDECAR_UNHEALTHY, service.name(),
                dashboard, Condition.atLeast("", Window.allOf(3), queries.unhealthy(sidecar), 1))));
        return alerts;
    }

    /** Tasks that run and do not publish. */
    private Alert silent(MonitoredService service, ServiceQueries queries) {
        Window window = Window.over(Duration.ofMinutes(SILENT_MINUTES));
        return Alert.of(AlarmKind.TELEMETRY_SILENT, service.name(), dashboards.telemetry(), "{running} && {silent}",
                Condition.above("running", Window.noneOf(SILENT_MINUTES), queries.running(), 0),
                Condition.below("silent", window, queries.heartbeats(), 1));
    }

    private Alert saturation(MonitoredService service, ServiceQueries queries) {
        var limits = platform.thresholds();
        return Alert.of(AlarmKind.SATURATION, service.name(), dashboards.service(service.name()),
                "{cpu} || {memory} || {heap}",
                Condition.above("cpu", Window.allOf(5), queries.cpu(), limits.cpuPercent()),
                Condition.above("memory", Window.allOf(5), queries.memory(), limits.memoryPercent()),
                Condition.above("heap", Window.allOf(5), queries.heap(), limits.heapPercent()));
    }

    /** An event and no state: it is told for as long as somebody may look away. */
    private Alert rolledBack() {
        return Alert.of(AlarmKind.DEPLOYMENT_ROLLED_BACK, "", dashboards.overview(),
                Condition.atLeast("", Window.over(Duration.ofMinutes(ROLLED_BACK_MINUTES)),
                        new PlatformQueries(platform).failedDeployments(), 1));
    }
}
