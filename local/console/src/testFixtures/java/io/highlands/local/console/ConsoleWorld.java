// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.Comparison;
import io.highlands.cloudwatch.model.alarm.CompositeAlarm;
import io.highlands.cloudwatch.model.alarm.CompositeRule;
import io.highlands.cloudwatch.model.alarm.MissingData;
import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.cloudwatch.alarms.AlarmActions;
import io.highlands.local.cloudwatch.alarms.AlarmDefinition;
import io.highlands.local.cloudwatch.alarms.AlarmOptions;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.CompositeAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.InMemoryAlarms;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.Origin;
import io.highlands.local.cloudwatch.alarms.Watched;
import io.highlands.local.cloudwatch.dashboards.AlarmWidget;
import io.highlands.local.cloudwatch.dashboards.DashboardBody;
import io.highlands.local.cloudwatch.dashboards.DashboardData;
import io.highlands.local.cloudwatch.dashboards.DashboardService;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.console.drill.DrillRuns;
import io.highlands.local.incident.IncidentNotes;
import io.highlands.local.logs.LogService;
import io.highlands.local.store.StoreOptions;
import io.highlands.local.store.TelemetryStore;
import io.highlands.local.traces.StoredTraces;

/** A console over a real store and real services, which hold half an hour of data. */
final class ConsoleWorld implements AutoCloseable {

    static final String REGION = "us-east-1";

    private static final String ACCOUNT = "000000000000";

    final TelemetryStore store;

    final LogService logs;

    final AlarmService alarms;

    final ConsoleServer console;

    final SampleTraces traces;

    final IncidentNotes notes;

    final SampleRehearsals rehearsals = new SampleRehearsals();

    final SampleSteps steps = new SampleSteps();

    ConsoleWorld(Path folder, Path runbooks, Map<String, String> bodies, DrillRuns drill) {
        Clock clock = Clock.systemUTC();
        this.store = TelemetryStore.open(StoreOptions.in(folder));
        MetricService metrics = new MetricService(store.metrics(), clock);
        this.logs = new LogService(store.logs(), clock);
        DashboardService dashboards = new DashboardService(store.states(), clock);
        this.alarms = new AlarmService(new AlarmOptions(REGION, ACCOUNT, 6, clock), metrics::source,
                new InMemoryAlarms());
        SampleMetrics.publish(metrics, clock.instant(), Duration.ofMinutes(30));
        SampleLogs.write(logs, clock.instant());
        Set<MetricName> named = DashboardMetrics.named(bodies.values());
        named.removeAll(store.metrics().names(Optional.empty()));
        named.removeIf(name -> name.name().equals("Missing"));
        DashboardMetrics.publish(metrics, named, clock.instant(), Duration.ofMinutes(30));
        dashboards.provision(bodies);
        List<AlarmDefinition> declared = new ArrayList<>(alarms());
        Set<String> quiet = quiet(bodies.values());
        declared.forEach(alarm -> quiet.remove(alarm.name()));
        quiet.forEach(name -> declared.add(metric(name, new MetricName("Test", "None", Map.of()), "Sum", 1,
                topic("ticket"))));
        alarms.provision(declared);
        quiet.forEach(name -> alarms.setState(name, AlarmState.OK, "Threshold Crossed: no datapoints were received for "
                + "3 periods and 3 missing datapoints were treated as [NonBreaching].", ""));
        alarms.setState("highlands-local-edge-errors-service-b-service-a", AlarmState.ALARM, "Threshold Crossed: 3 out "
                + "of the last 3 datapoints [6.0, 5.0, 7.0] were greater than the threshold (2.0).", "");
        this.notes = new IncidentNotes(store.states(), clock);
        SampleCluster cluster = new SampleCluster();
        this.traces = new SampleTraces(logs, clock.instant());
        StoredTraces kept = new StoredTraces(store.spans());
        traces.write(kept);
        this.console = new ConsoleServer(new ConsoleOptions(0, "local", REGION, 6, runbooks, clock),
                new ConsoleSources(dashboards, new DashboardData(metrics, alarms, logs), metrics, alarms, logs,
                        cluster::cluster,
                        cluster::mesh, cluster::balancer, kept, traces::tracing, rehearsals, steps, drill, store::usage,
                        notes));
    }

    String address(String path) {
        return "http://127.0.0.1:" + console.port() + path;
    }

    private static List<AlarmDefinition> alarms() {
        MetricName errors = new MetricName("AWS/ECS", "HTTPCode_Target_5XX_Count", Map.of("ClusterName",
                "highlands-local", "ServiceName", "service-b", "TargetDiscoveryName", "service-a"));
        MetricName latency = new MetricName("AWS/ApplicationELB", "TargetResponseTime",
                Map.of("LoadBalancer", SampleMetrics.BALANCER));
        return List.of(metric("highlands-local-edge-errors-service-b-service-a", errors, "Sum", 2, ""),
                metric("highlands-local-latency-slo", latency, "p99", 0.5, topic("page")),
                new CompositeAlarmDefinition("highlands-local-edge-errors", "Calls from service-b to service-a fail. "
                        + "[Runbook](runbooks/edge-errors.md)",
                        new AlarmActions(true, List.of(topic("ticket")),
                                List.of(), List.of()),
                        Origin.TEMPLATE,
                        CompositeRule.parse("ALARM(\"highlands-local-edge-errors-service-b-service-a\")"),
                        Optional.of(new CompositeAlarm.Suppressor("highlands-local-latency-slo",
                                Duration.ofSeconds(10), Duration.ofSeconds(10)))));
    }

    /** The alarms that dashboards show. */
    private static Set<String> quiet(Collection<String> bodies) {
        Set<String> names = new LinkedHashSet<>();
        bodies.forEach(body -> DashboardBody.parse(body).widgets().stream().filter(AlarmWidget.class::isInstance)
                .map(AlarmWidget.class::cast).flatMap(widget -> widget.alarms().stream())
                .forEach(arn -> names.add(arn.replaceFirst(".*:alarm:", ""))));
        return names;
    }

    private static String topic(String severity) {
        return "arn:aws:sns:" + REGION + ":" + ACCOUNT + ":highlands-local-" + severity;
    }

    private static MetricAlarmDefinition metric(String name, MetricName metric, String statistic, double threshold,
            String topic) {
        return new MetricAlarmDefinition(name, "", new AlarmActions(true, topic.isEmpty() ? List.of() : List.of(topic),
                List.of(), List.of()), Origin.TEMPLATE,
                new Watched.Metric(metric, statistic, Duration.ofSeconds(10),
                        Optional.empty()),
                Comparison.GREATER, threshold, 3, OptionalInt.of(3),
                Optional.of(MissingData.NOT_BREACHING), Optional.empty());
    }

    @Override
    public void close() {
        console.close();
        alarms.close();
        logs.close();
        store.close();
    }
}
