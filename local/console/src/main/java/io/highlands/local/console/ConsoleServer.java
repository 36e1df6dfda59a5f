// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.highlands.local.cloudwatch.dashboards.Dashboard;
import io.highlands.local.console.alarm.AlarmFacts;
import io.highlands.local.console.alarm.AlarmSection;
import io.highlands.local.console.board.DashboardSection;
import io.highlands.local.console.board.Graphs;
import io.highlands.local.console.drill.DrillSection;
import io.highlands.local.console.edge.EdgeSection;
import io.highlands.local.console.edge.EdgeSources;
import io.highlands.local.console.incident.IncidentNotice;
import io.highlands.local.console.incident.IncidentSection;
import io.highlands.local.console.log.LogSection;
import io.highlands.local.console.overview.OverviewSection;
import io.highlands.local.console.runbook.RunbookSection;
import io.highlands.local.console.runbook.StepSection;
import io.highlands.local.console.trace.TraceSection;
import io.highlands.local.console.web.WebOptions;
import io.highlands.local.console.web.WebServer;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.edges.join.AccessLogSource;
import io.highlands.local.incident.IncidentSources;
import io.highlands.local.incident.Incidents;
import io.highlands.local.runbook.RunbookFolder;

/** The console, from start to close. */
public final class ConsoleServer implements AutoCloseable {

    private final OverviewSection overview;

    private final WebServer web;

    /**
     * Starts it.
     *
     * @param options how
     * @param sources what it shows; they outlive the console
     * @throws RuntimeException when the port is taken: its cause is a {@link java.net.BindException}
     */
    public ConsoleServer(ConsoleOptions options, ConsoleSources sources) {
        RunbookFolder runbooks = new RunbookFolder(options.runbooks());
        AlarmFacts facts = new AlarmFacts(sources.alarms(), runbooks, options.environment());
        Graphs graphs = new Graphs(sources.widgets(), options.region(), options.timeScale());
        AlarmSection alarms = new AlarmSection(sources.alarms(), facts, graphs);
        this.overview = new OverviewSection(sources.cluster(), sources.mesh(), sources.balancer(), alarms.list(),
                sources.store(), options.clock());
        TraceSection traces = new TraceSection(sources.traces(), sources.tracing(), sources.logs(),
                () -> sources.dashboards().list("").stream().map(Dashboard::name).toList(), options.environment());
        StepSection steps = new StepSection(runbooks, options.environment(), () -> services(sources), sources.alarms(),
                facts, sources.steps());
        Incidents incidents = incidents(options, sources);
        IncidentNotice notice = new IncidentNotice(sources.alarms(), incidents);
        this.web = new WebServer(
                new WebOptions(options.port(), options.environment(), options.region(), options.timeScale(),
                        options.clock(), Optional.of(now -> alarms.list().status()),
                        Optional.of(notice::line)),
                List.of(overview, new DashboardSection(sources.dashboards(), graphs, options.timeScale()), alarms,
                        new IncidentSection(incidents, sources.notes(), sources.alarms(), facts, graphs, steps),
                        new LogSection(sources.logs()), traces, edges(options, sources),
                        new RunbookSection(runbooks, options.environment(), () -> services(sources), sources.alarms(),
                                facts, graphs, sources.rehearsals(), steps),
                        new DrillSection(sources.drill()), steps));
    }

    private static Incidents incidents(ConsoleOptions options, ConsoleSources sources) {
        return new Incidents(new IncidentSources(sources.metrics(), sources.alarms(), sources.logs(), sources.traces(),
                sources.cluster(), sources.mesh(), () -> sources.tracing().get().accessLogs(), sources.notes()),
                options.timeScale(), options.clock());
    }

    private static List<String> services(ConsoleSources sources) {
        return sources.cluster().get().services().stream().map(ServiceSnapshot::name).toList();
    }

    private static EdgeSection edges(ConsoleOptions options, ConsoleSources sources) {
        return new EdgeSection(new EdgeSources(options.environment(), () -> sources.cluster().get().cluster(),
                sources.traces(), sources.logs(), sources.metrics(), sources.mesh(),
                () -> sources.tracing().get().accessLogs().stream()
                        .collect(Collectors.toMap(AccessLogSource::service, AccessLogSource::group)),
                service -> sources.tracing().get().accessLogs().stream().filter(log -> log.service().equals(service))
                        .flatMap(log -> log.names().stream()).collect(Collectors.toSet())));
    }

    /**
     * Where it listens.
     *
     * @return the port on 127.0.0.1
     */
    public int port() {
        return web.port();
    }

    @Override
    public void close() {
        overview.close();
        web.close();
    }
}
