// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.ArrayList;
import java.util.List;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.dashboards.cloudwatch.measure.ResourceMeasures;
import io.highlands.dashboards.cloudwatch.measure.TelemetryMeasures;
import io.highlands.telemetry.ServiceMetrics;
import io.highlands.telemetry.Unit;

/** Is the monitoring itself well. */
final class TelemetryDashboard {

    private final DashboardContext context;
    private final MonitoredPlatform platform;
    private final TelemetryMeasures telemetry;

    TelemetryDashboard(DashboardContext context) {
        this.context = context;
        this.platform = context.platform();
        this.telemetry = new TelemetryMeasures(platform);
    }

    Dashboard create() {
        List<Row> rows = new ArrayList<>();
        rows.add(context.top("Telemetry of " + platform.environment(),
                "Can the other dashboards be believed? An empty graph means something only while this dashboard is full."));
        rows.add(context.strip(context.names().telemetry()));
        if (platform.services().stream().anyMatch(MonitoredService::publishes)) {
            rows.add(metrics());
        }
        rows.add(logs());
        rows.add(platform.sidecar().map(this::agent).orElseGet(() -> Row.of("Tracing agent",
                "Tracing is off in this environment, so there is no agent to watch.")));
        return new Dashboard(context.names().telemetry(), rows);
    }

    private Row metrics() {
        Graph beats = context.graph("Services that publish", "batches per period").size(Grid.QUARTER, Grid.GRAPH);
        Graph running = context.graph("Tasks that could publish", Units.of(Unit.COUNT)).size(Grid.QUARTER, Grid.GRAPH);
        Graph failures = context.graph("Batches that were lost", Units.PER_PERIOD).size(Grid.QUARTER, Grid.GRAPH);
        Graph count = context.graph("Custom metrics", Units.of(Unit.COUNT)).size(Grid.QUARTER, Grid.GRAPH)
                .threshold(ServiceMetrics.BUDGET, "budget of {} per service", Palette.TICKET);
        for (MonitoredService service : platform.services().stream().filter(MonitoredService::publishes).toList()) {
            var resources = new ResourceMeasures(platform, service);
            beats.line(resources.heartbeat(), context.color(service));
            running.line(resources.runningTasks().labelled(service.name()), context.color(service));
            failures.line(resources.publishFailures(), context.color(service));
            count.line(telemetry.customMetrics(service), context.color(service));
        }
        return Row.of("Metrics",
                "Every task publishes once a minute: as many batches as tasks is healthy. Failures are "
                        + "told with the first batch that arrives again.",
                beats.panel(), running.panel(), failures.panel(),
                count.panel());
    }

    private Row logs() {
        Graph lines = context.graph("Log lines of services", Units.PER_PERIOD);
        Graph access = context.graph("Access log lines of proxies", Units.PER_PERIOD);
        Graph bytes = context.graph("Log volume", "bytes per period").stacked();
        for (MonitoredService service : platform.services()) {
            lines.line(telemetry.logEvents(service.logGroup(), service.name()), context.color(service));
            access.line(telemetry.logEvents(service.meshLogGroup(), service.name()), context.color(service));
            bytes.line(telemetry.logBytes(service.logGroup(), service.name()), context.color(service));
            bytes.line(telemetry.logBytes(service.meshLogGroup(), service.name() + " proxy"), context.color(service));
        }
        return Row
                .of("Logs",
                        "Log volume is money and, when it stops, blindness. A service that is healthy and idle logs "
                                + "little; its proxy logs every request.",
                        lines.panel(), access.panel(), bytes.panel());
    }

    private Row agent(String container) {
        Graph unhealthy = context.graph("Agents that are unhealthy", Units.of(Unit.COUNT)).size(Grid.HALF, Grid.GRAPH)
                .threshold(1, "ticket: unhealthy", Palette.TICKET);
        Graph restarts = context.graph("Restarts of agents", Units.of(Unit.COUNT)).size(Grid.HALF, Grid.GRAPH);
        for (MonitoredService service : platform.services()) {
            var resources = new ResourceMeasures(platform, service);
            unhealthy.line(resources.unhealthy(container), context.color(service));
            restarts.line(resources.restarts(container), context.color(service));
        }
        return Row.of("Tracing agent",
                "A task goes on without its agent, and is restarted by itself: traces are lost, requests are not.",
                unhealthy.panel(), restarts.panel());
    }
}
