// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.ArrayList;
import java.util.List;

import io.highlands.dashboards.cloudwatch.MonitoredEdge;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.dashboards.cloudwatch.measure.EdgeMeasures;
import io.highlands.dashboards.cloudwatch.measure.RequestMeasures;
import io.highlands.telemetry.Unit;

/** The edges between services: what the caller's client, its proxy and the callee saw, side by side. */
final class MeshDashboard {

    private final DashboardContext context;
    private final MonitoredPlatform platform;

    MeshDashboard(DashboardContext context) {
        this.context = context;
        this.platform = context.platform();
    }

    Dashboard create() {
        List<Row> rows = new ArrayList<>();
        rows.add(context.top("Mesh of " + platform.environment(),
                "On which edge are errors and time, and who makes them: caller, proxy or callee?"));
        rows.add(context.strip(context.names().mesh()));
        if (!platform.edges().isEmpty()) {
            rows.add(all());
        }
        platform.edges().forEach(edge -> rows.add(new EdgeRow(context, edge).create()));
        rows.add(traffic());
        rows.add(accessLog());
        return new Dashboard(context.names().mesh(), rows);
    }

    private Row all() {
        Graph rate = context.graph("Calls", Units.PER_SECOND);
        Graph failures = context.graph("Share of calls that failed", Units.PERCENT).threshold(
                platform.thresholds().edgeErrorPercent(), "ticket: {} %", Palette.TICKET);
        Graph added = context.graph("Time that proxies and network add", Units.of(Unit.MILLISECONDS));
        for (MonitoredEdge edge : platform.edges()) {
            var measures = new EdgeMeasures(platform, edge);
            if (!edge.client().publishes()) {
                rate.line(measures.answerRate(), context.color(edge));
                failures.line(measures.errorPercent(), context.color(edge));
                continue;
            }
            rate.line(measures.callRate(), context.color(edge));
            failures.line(measures.failedCallPercent(), context.color(edge));
            added.line(measures.addedLatency(), context.color(edge));
        }
        if (platform.edges().stream().noneMatch(edge -> edge.client().publishes())) {
            return Row.of("All edges", "As the callers' proxies count what was answered.", rate.panel(),
                    failures.panel());
        }
        return Row.of("All edges",
                "As callers see them. Time is split by means, because percentiles cannot be subtracted.", rate.panel(),
                failures.panel(), added.panel());
    }

    private Row traffic() {
        Graph out = context.graph("Outgoing traffic", "bytes per period").size(Grid.QUARTER, Grid.GRAPH);
        Graph in = context.graph("Incoming traffic", "bytes per period").size(Grid.QUARTER, Grid.GRAPH);
        Graph open = context.graph("Open connections", Units.of(Unit.COUNT)).size(Grid.QUARTER, Grid.GRAPH);
        Graph fresh = context.graph("New connections", Units.PER_PERIOD).size(Grid.QUARTER, Grid.GRAPH);
        platform.edges().forEach(
                edge -> out.line(new EdgeMeasures(platform, edge).bytes(), context.color(edge)));
        for (MonitoredService service : platform.services()) {
            var requests = new RequestMeasures(platform, service);
            in.line(requests.bytes(), context.color(service));
            open.line(requests.activeConnections().labelled(service.name()), context.color(service));
            fresh.line(requests.newConnections().labelled(service.name()), context.color(service));
        }
        String subtitle = "What callers' proxies sent and received per edge, and what each service's proxy took "
                + "in from mesh and load balancer.";
        return platform.edges().isEmpty()
                ? Row.of("Traffic", subtitle, in.panel(), open.panel(), fresh.panel())
                : Row.of("Traffic", subtitle, out.panel(), in.panel(), open.panel(), fresh.panel());
    }

    /** What metrics do not know: which path and status, and the proxy's own answers, which have no upstream time. */
    private Row accessLog() {
        List<String> groups = platform.services().stream().map(MonitoredService::meshLogGroup).toList();
        MonitoredService last = platform.edges().stream().findFirst().map(edge -> context.lastInLine(edge.client()))
                .orElseGet(platform.services()::getFirst);
        return Row.of("Access log of the proxies",
                "Every request as each proxy logged it, callers' and callees' alike. An answer without an upstream time "
                        + "was made by a proxy.",
                context.logs("Answers by address, path and status", Grid.HALF, groups,
                        "stats count(*) as requests, avg(duration_ms) as mean, pct(duration_ms, 99) as p99 by authority,"
                                + " path, response_code",
                        "sort requests desc", "limit 30"),
                context.logs("Newest 5xx answers", Grid.HALF, groups,
                        "fields @timestamp, authority, path, response_code, duration_ms, upstream_service_time, "
                                + "request_id",
                        "filter response_code >= 500", "sort @timestamp desc", "limit 20").filledBy(Fault.KILL_APP,
                                last.name(), "only requests that fail are shown"));
    }
}
