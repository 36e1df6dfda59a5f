// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.ArrayList;
import java.util.List;

import io.highlands.dashboards.cloudwatch.MonitoredEdge;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.dashboards.cloudwatch.measure.EdgeMeasures;
import io.highlands.dashboards.cloudwatch.measure.EntryMeasures;
import io.highlands.dashboards.cloudwatch.measure.RequestMeasures;
import io.highlands.telemetry.Status;
import io.highlands.telemetry.Unit;

/** One service, from its requests to its heap. */
final class ServiceDashboard {

    private final DashboardContext context;
    private final MonitoredPlatform platform;
    private final MonitoredService service;

    ServiceDashboard(DashboardContext context, MonitoredService service) {
        this.context = context;
        this.platform = context.platform();
        this.service = service;
    }

    Dashboard create() {
        String name = context.names().service(service.name());
        List<Row> rows = new ArrayList<>();
        rows.add(context.top(service.name() + " in " + platform.environment(),
                "Is %s well, and if not, is it its requests, its upstreams or what it runs on?"
                        .formatted(service.name()),
                service));
        rows.add(context.strip(name));
        rows.add(service.publishes() ? requests() : taken());
        if (service.targetGroup().isPresent()) {
            rows.add(entry());
        }
        platform.edgesOf(service)
                .forEach(edge -> rows.add(service.publishes() ? upstream(edge) : answersOf(edge)));
        service.resources().forEach(resource -> rows.add(new DeclaredResourceRow(context, resource).create()));
        rows.addAll(new ResourceRows(context, service).create());
        rows.add(service.publishes() ? logs() : lines());
        return new Dashboard(name, rows);
    }

    private Row requests() {
        var requests = new RequestMeasures(platform, service);
        Graph rate = context.graph("Requests by route", Units.PER_SECOND);
        Graph errors = context.graph("Errors by route", Units.PER_PERIOD);
        List<Panel> panels = new ArrayList<>();
        List<Panel> durations = new ArrayList<>();
        for (int index = 0; index < service.routes().size(); index++) {
            String route = service.routes().get(index);
            rate.line(requests.requestRate(route), Palette.series(index));
            errors.line(requests.errors(route, Status.SERVER_ERROR), Palette.serverError(index));
            errors.line(requests.errors(route, Status.CLIENT_ERROR), Palette.clientError(index));
            durations.add(duration(requests, route));
        }
        panels.add(rate.panel());
        panels.add(errors.panel());
        panels.addAll(durations);
        return Row.of("Requests",
                "Rate, errors and duration by route, as the service itself sees them. Percentiles are "
                        + "those of the requests, not of averages.",
                panels);
    }

    /** Of a service that publishes nothing: what its own proxy and those of its callers say. */
    private Row taken() {
        List<Panel> panels = new ArrayList<>();
        panels.add(context.graph("Requests", Units.PER_SECOND)
                .line(new RequestMeasures(platform, service).proxyRequestRate().labelled("requests"), Palette.CALLEE)
                .panel());
        List<MonitoredEdge> callers = platform.edges().stream()
                .filter(edge -> edge.server().name().equals(service.name())).toList();
        if (!callers.isEmpty()) {
            Graph errors = context.graph("Errors by caller", Units.PER_PERIOD);
            Graph time = context.graph("Mean time by caller", Units.of(Unit.MILLISECONDS));
            callers.forEach(edge -> {
                var measures = new EdgeMeasures(platform, edge);
                errors.line(measures.calleeErrors().labelled(edge.label()), context.color(edge));
                time.line(measures.meanLatency().labelled(edge.label()), context.color(edge));
            });
            panels.add(errors.panel());
            panels.add(time.panel());
        }
        return Row.of("Requests",
                "As the proxies of the mesh see them: the service publishes no metrics of its routes.",
                panels);
    }

    private Row answersOf(MonitoredEdge edge) {
        var measures = new EdgeMeasures(platform, edge);
        String name = edge.server().name();
        return Row.of("Upstream " + name, "What %s answered, as the proxy of %s counts it.".formatted(name,
                service.name()),
                context.graph("Answers of " + name, Units.PER_SECOND)
                        .line(measures.answerRate().labelled("answers"), Palette.PROXY).panel(),
                context.graph("Errors of " + name, Units.PER_PERIOD)
                        .line(measures.calleeErrors().labelled("5xx"), Palette.SERVER_ERROR).panel(),
                context.graph("Time of " + name, Units.of(Unit.MILLISECONDS))
                        .line(measures.meanLatency().labelled("mean"), Palette.MEAN)
                        .line(measures.longestLatency().labelled("longest"), Palette.P99).panel());
    }

    private Row lines() {
        return Row.of("Logs", "The newest lines, in the form that the service writes.", context.logs("Newest lines",
                Grid.FULL, List.of(service.logGroup()), "fields @timestamp, @message", "sort @timestamp desc",
                "limit 50"));
    }

    private Panel duration(RequestMeasures requests, String route) {
        return context.graph("Duration of " + route, Units.of(Unit.MILLISECONDS))
                .line(requests.latency(route, "p50").labelled("p50"), Palette.MEDIAN)
                .line(requests.latency(route, "p95").labelled("p95"), Palette.P95)
                .line(requests.latency(route, "p99").labelled("p99"), Palette.P99)
                .line(requests.latency(route, "Average").labelled("mean"), Palette.MEAN).panel();
    }

    private Row entry() {
        var entry = new EntryMeasures(platform);
        return Row.of("Load balancer",
                "Where users enter. With no healthy task the load balancer answers 503 by itself.",
                context.graph("Tasks at the load balancer", Units.of(Unit.COUNT)).size(Grid.HALF, Grid.GRAPH)
                        .line(entry.healthyHosts(service), Palette.GOOD)
                        .line(entry.unhealthyHosts(service), Palette.SERVER_ERROR)
                        .floor(1, "page: none healthy", Palette.PAGE).panel(),
                context.graph("Time at the load balancer", Units.of(Unit.SECONDS)).size(Grid.HALF, Grid.GRAPH)
                        .line(entry.latency(service, "p50"), Palette.MEDIAN)
                        .line(entry.latency(service, "p95"), Palette.P95)
                        .line(entry.latency(service, "p99"), Palette.P99).panel());
    }

    private Row upstream(MonitoredEdge edge) {
        var measures = new EdgeMeasures(platform, edge);
        String name = edge.server().name();
        return Row.of("Upstream " + name,
                "A call fails after %d s. An open circuit calls nobody, and a full bulkhead turns calls away."
                        .formatted(edge.timeout().toSeconds()),
                quarter("Calls of " + name, Units.PER_SECOND).line(measures.callRate().labelled("calls"),
                        Palette.CALLER).panel(),
                quarter("Failures of " + name, Units.PER_PERIOD)
                        .line(measures.failedCalls(Status.CLIENT_ERROR), Palette.CLIENT_ERROR)
                        .line(measures.failedCalls(Status.SERVER_ERROR), Palette.SERVER_ERROR)
                        .line(measures.failedCalls(Status.NO_ANSWER).labelled("no answer"), Palette.NO_ANSWER)
                        .stacked().panel(),
                quarter("Time of " + name, Units.of(Unit.MILLISECONDS))
                        .line(measures.callLatency("p50"), Palette.MEDIAN)
                        .line(measures.callLatency("p95"), Palette.P95).line(measures.callLatency("p99"), Palette.P99)
                        .panel(),
                quarter("Circuit and bulkhead of " + name, Units.of(Unit.COUNT))
                        .line(measures.callsInFlight().labelled("calls in flight"), Palette.CALLER)
                        .line(measures.rejectedCalls().labelled("calls turned away"), Palette.NO_ANSWER)
                        .right("1 is open", measures.circuitOpen().labelled("circuit open"), Palette.SERVER_ERROR)
                        .rightThreshold(1, "ticket: circuit open", Palette.TICKET).panel());
    }

    private Row logs() {
        List<String> group = List.of(service.logGroup());
        Panel errors = context.logs("Newest errors", Grid.HALF, group,
                "fields @timestamp, level, status, route, message, error, trace_id, request_id",
                "filter level in [\"ERROR\", \"WARN\"] or status >= 400", "sort @timestamp desc", "limit 20");
        return Row.of("Logs", "With the trace they belong to: the same id finds the trace, and the lines of the other "
                + "services.", fill(errors),
                context.logs("Slowest requests", Grid.HALF, group,
                        "fields @timestamp, route, status, duration_ms, trace_id, request_id",
                        "filter duration_ms > 0", "sort duration_ms desc", "limit 20"));
    }

    /** A service complains of what it calls; one that calls nobody only of what it is asked. */
    private Panel fill(Panel errors) {
        String why = "a healthy service logs neither errors nor warnings";
        return service.upstreams().isEmpty()
                ? errors.filledBy(Fault.BAD_REQUEST, service.name(), why)
                : errors.filledBy(Fault.KILL_APP, context.lastInLine(service).name(), why);
    }

    private Graph quarter(String title, String unit) {
        return context.graph(title, unit).size(Grid.QUARTER, Grid.GRAPH);
    }
}
