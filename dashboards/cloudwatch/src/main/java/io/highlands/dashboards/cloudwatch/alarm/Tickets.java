// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.alarm;

import java.util.List;
import java.util.stream.Stream;

import io.highlands.dashboards.cloudwatch.DashboardNames;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredResource;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.dashboards.cloudwatch.ResourceGraph;
import io.highlands.dashboards.cloudwatch.measure.Formula;
import io.highlands.dashboards.cloudwatch.measure.MetricStat;
import io.highlands.dashboards.cloudwatch.measure.ResourceMeasures;
import io.highlands.dashboards.cloudwatch.measure.TelemetryMeasures;

/** Causes and risks. All are suppressed while a page-severity alarm is in ALARM: the dashboard shows them. */
final class Tickets {

    /** Minutes that a failed deployment is told for: longer than a ticket waits for a page. */
    private static final int ROLLED_BACK_PERIODS = 15;

    private final MonitoredPlatform platform;
    private final DashboardNames dashboards;

    private Tickets(MonitoredPlatform platform) {
        this.platform = platform;
        this.dashboards = new DashboardNames(platform.environment());
    }

    static List<Alert> of(MonitoredPlatform platform) {
        var tickets = new Tickets(platform);
        var edges = platform.edges().stream().flatMap(edge -> new EdgeTickets(platform, edge).all());
        var services = platform.services().stream().flatMap(tickets::ofService);
        String suppressor = new AlarmNames(platform.environment()).pageStanding();
        return Stream.concat(Stream.concat(edges, services), Stream.of(tickets.rolledBack()))
                .map(alert -> alert.suppressedBy(suppressor, Suppressor.WAIT)).toList();
    }

    private Stream<Alert> ofService(MonitoredService service) {
        Stream<Alert> always = service.publishes()
                ? Stream.of(tasksBelowDesired(service), saturation(service), silent(service))
                : Stream.of(tasksBelowDesired(service), saturation(service));
        Stream<Alert> resources = service.resources().stream().flatMap(resource -> limits(service, resource));
        return Stream.concat(Stream.concat(always, resources),
                platform.sidecar().stream().map(sidecar -> sidecarUnhealthy(service, sidecar)));
    }

    /**
     * Wanted is what ECS is told, and at least what is declared: somebody who scales a service to zero by hand tells ECS
     * that none is wanted. Container Insights sends nothing of a service without a RUNNING task (ECS developer guide,
     * cloudwatch-container-insights), so that silence is the fault at its worst: missing data breaches, and no {@code
     * FILL} makes a late minute a zero. CloudWatch looks at two periods more than the three and takes a real
     * point before a missing one, so that no task stands after five minutes, four late minutes do no harm, and one real
     * point keeps the alarm of a new environment quiet.
     */
    private Alert tasksBelowDesired(MonitoredService service) {
        var resources = new ResourceMeasures(platform, service);
        var missing = Formula
                .of("missing tasks", "IF(wanted > %1$d, wanted, %1$d) - running".formatted(service.tasks()))
                .with("wanted", resources.desiredTasks()).with("running", resources.runningTasks());
        return ticket(AlarmKind.TASKS_BELOW_DESIRED, service,
                Watch.above("tasks", missing, 0).forAny(3, 3).treating(MissingData.BREACHING));
    }

    /**
     * Tasks that run and do not publish. A service without tasks is silent too, and no fault of its telemetry, so it is
     * asked of Container Insights whether one runs; where that is silent as well, tasks-below-desired tells. Metric math
     * counts a missing operand beside a present one as 0, so that no heartbeat beside running tasks is a 0, also where
     * there is none in the whole range. A task that starts publishes after its first step.
     */
    private Alert silent(MonitoredService service) {
        var resources = new ResourceMeasures(platform, service);
        var silent = Formula.of("silent", "IF(running > 0, IF(beats < 1, 1, 0), 0)")
                .with("running", resources.runningTasks())
                .with("beats", Formula.orZero(resources.heartbeat(), resources.runningTasks()));
        return Alert.of(AlarmKind.TELEMETRY_SILENT, service.name(), dashboards.telemetry(),
                Watch.atLeast("heartbeat", silent, 1).forAny(5, 6));
    }

    /** AWS's recommended alarms: 80 % for five minutes. What does not run is not saturated. */
    private Alert saturation(MonitoredService service) {
        var resources = new ResourceMeasures(platform, service);
        var limits = platform.thresholds();
        var cpu = Watch.above("cpu", resources.cpu("Average"), limits.cpuPercent()).forAny(5, 5);
        var memory = Watch.above("memory", resources.memory("Average"), limits.memoryPercent()).forAny(5, 5);
        var heap = Watch.above("heap", resources.heapPercent(), limits.heapPercent()).forAny(5, 5);
        return Alert.whenAny(AlarmKind.SATURATION, service.name(), dashboards.service(service.name()),
                service.publishes() ? new Watch[]{cpu, memory, heap} : new Watch[]{cpu, memory});
    }

    /** A resource at its limits; one whose graphs have no limit has no alarm. */
    private Stream<Alert> limits(MonitoredService service, MonitoredResource resource) {
        Watch[] watches = resource.graphs().stream().flatMap(graph -> graph.limit().stream().map(limit -> Watch
                .atLeast(limit.part(), first(graph), limit.threshold()).forAny(limit.minutes(), limit.minutes())))
                .toArray(Watch[]::new);
        return watches.length == 0
                ? Stream.empty()
                : Stream.of(Alert.whenAny(AlarmKind.SATURATION, resource.name(), dashboards.service(service.name()),
                        watches).meaning(resource.meaning()));
    }

    private MetricStat first(ResourceGraph graph) {
        var line = graph.lines().getFirst();
        return MetricStat.of(line.series(), platform.environment(), line.statistic(), line.label());
    }

    /** Published while a sidecar has a health check; a task that is gone has no unhealthy sidecar. */
    private Alert sidecarUnhealthy(MonitoredService service, String sidecar) {
        return ticket(AlarmKind.TRACING_SIDECAR_UNHEALTHY, service,
                Watch.atLeast("health", new ResourceMeasures(platform, service).unhealthy(sidecar), 1).forAny(3, 5));
    }

    /** An event and no state: it is told for as long as somebody may look away. */
    private Alert rolledBack() {
        return Alert.of(AlarmKind.DEPLOYMENT_ROLLED_BACK, "", dashboards.overview(),
                Watch.atLeast("events", new TelemetryMeasures(platform).failedDeployments(), 1).forAny(1,
                        ROLLED_BACK_PERIODS));
    }

    private Alert ticket(AlarmKind kind, MonitoredService service, Watch watch) {
        return Alert.of(kind, service.name(), dashboards.service(service.name()), watch);
    }
}
