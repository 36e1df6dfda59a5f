// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.ArrayList;
import java.util.List;

import io.highlands.dashboards.cloudwatch.MonitoredEdge;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.dashboards.cloudwatch.measure.EdgeMeasures;
import io.highlands.dashboards.cloudwatch.measure.RequestMeasures;
import io.highlands.dashboards.cloudwatch.measure.ResourceMeasures;
import io.highlands.dashboards.cloudwatch.measure.TelemetryMeasures;
import io.highlands.telemetry.Unit;

/** Are users happy, and if not, where to look. */
final class OverviewDashboard {

    private final DashboardContext context;
    private final MonitoredPlatform platform;

    OverviewDashboard(DashboardContext context) {
        this.context = context;
        this.platform = context.platform();
    }

    Dashboard create() {
        List<Row> rows = new ArrayList<>(List.of(context.top("Highlands " + platform.environment(),
                "Are users happy, and if not, which service or edge is it? Read from top to bottom."),
                context.strip(), new ObjectiveRows(context).numbers(), new ObjectiveRows(context).graphs(),
                services()));
        if (!platform.edges().isEmpty()) {
            rows.add(edges());
        }
        rows.add(deployments());
        return new Dashboard(context.names().overview(), rows);
    }

    private Row services() {
        Graph rate = context.graph("Requests", Units.PER_SECOND);
        Graph errors = context.graph("Share of 5xx answers", Units.PERCENT);
        Graph latency = context.graph("Mean time to answer", Units.of(Unit.MILLISECONDS));
        for (MonitoredService service : platform.services()) {
            var requests = new RequestMeasures(platform, service);
            if (!service.publishes()) {
                rate.line(requests.proxyRequestRate(), context.color(service));
                continue;
            }
            rate.line(requests.requestRate(), context.color(service));
            errors.line(requests.errorPercent(), context.color(service));
            latency.line(requests.meanLatency(), context.color(service));
        }
        if (platform.services().stream().noneMatch(MonitoredService::publishes)) {
            return Row.of("Services", "Requests as the proxy of each service took them in.", rate.panel());
        }
        return Row.of("Services", "Rate, errors and duration as each service sees its own requests. The one that is "
                + "worst and has no worse upstream is where to go on.", rate.panel(), errors.panel(), latency.panel());
    }

    private Row edges() {
        Graph failures = context.graph("Share of calls that failed", Units.PERCENT).size(Grid.THIRD, Grid.TABLE)
                .threshold(
                        platform.thresholds().edgeErrorPercent(), "ticket: {} %", Palette.TICKET);
        Graph table = context.graph("Edges", "").table().size(Grid.TWO_THIRDS, Grid.TABLE);
        for (MonitoredEdge edge : platform.edges()) {
            var measures = new EdgeMeasures(platform, edge);
            if (!edge.client().publishes()) {
                failures.line(measures.errorPercent(), context.color(edge));
                answers(table, edge, measures);
                continue;
            }
            failures.line(measures.failedCallPercent(), context.color(edge));
            String label = edge.label() + ", ";
            table.line(measures.callRate().labelled(label + "calls per second"), context.color(edge));
            table.line(measures.failedCallPercent().labelled(label + "% failed"), context.color(edge));
            table.line(measures.callLatency("p95").labelled(label + "p95 in ms, as the caller waits"),
                    context.color(edge));
            table.line(measures.meanLatency().labelled(label + "mean in ms, as its proxy sees it"),
                    context.color(edge));
        }
        return Row.of("Edges",
                "The calls between services, as the callers see them; the Mesh dashboard sets the proxy's "
                        + "and the callee's view beside it.",
                table.panel(), failures.panel());
    }

    /** Of a caller that publishes nothing its proxy tells what was answered. */
    private void answers(Graph table, MonitoredEdge edge, EdgeMeasures measures) {
        String label = edge.label() + ", ";
        table.line(measures.answerRate().labelled(label + "answers per second"), context.color(edge));
        table.line(measures.errorPercent().labelled(label + "% of 5xx"), context.color(edge));
        table.line(measures.meanLatency().labelled(label + "mean in ms, as its proxy sees it"), context.color(edge));
    }

    private Row deployments() {
        Graph deployments = context.graph("Deployments in progress and failed", Units.of(Unit.COUNT)).size(Grid.QUARTER,
                Grid.LOG);
        Graph missing = context.graph("Tasks below desired", Units.of(Unit.COUNT)).size(Grid.QUARTER, Grid.LOG);
        for (MonitoredService service : platform.services()) {
            var resources = new ResourceMeasures(platform, service);
            deployments.line(resources.deployments(), context.color(service));
            missing.line(resources.missingTasks(), context.color(service));
        }
        deployments.line(new TelemetryMeasures(platform).failedDeployments(), Palette.SERVER_ERROR);
        Panel events = context.logs("Deployment events", Grid.HALF, List.of(platform.eventLogGroup()),
                "fields @timestamp, detail.eventName as event, detail.reason as reason",
                "parse resources.0 \"*/*/*\" as arn, cluster, service",
                "filter detail.eventName like /SERVICE_/", "sort @timestamp desc", "limit 20",
                "display @timestamp, event, service, reason");
        return Row.of("Deployments", "One deployment per service is rest; two are one replacing another. A service "
                + "of which no task runs has no line. CloudWatch cannot mark moments on graphs by itself: compare by the "
                + "time axis.", deployments.panel(),
                missing.panel(), events);
    }
}
