// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.control.message.AlarmCounts;
import io.highlands.local.control.message.AlarmEntry;
import io.highlands.local.control.message.CoverageEntry;
import io.highlands.local.control.message.EdgeEntry;
import io.highlands.local.control.message.InjectedFault;
import io.highlands.local.control.message.IntakePorts;
import io.highlands.local.control.message.LoadStatus;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.control.message.ServiceAttachment;
import io.highlands.local.control.message.ServiceEntry;
import io.highlands.local.control.message.TaskEntry;
import io.highlands.local.control.message.TelemetryUsage;
import io.highlands.local.ecs.EcsRuntime;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.ecs.TaskSnapshot;
import io.highlands.local.load.BackgroundLoad;
import io.highlands.local.load.LoadCounts;
import io.highlands.local.mesh.EdgeCounters;
import io.highlands.local.store.StoreUsage;
import io.highlands.local.template.Coverage;

/** The running platform as the control interface describes it. */
final class StatusRecords {

    private StatusRecords() {
    }

    /**
     * What the process says of itself.
     *
     * @param phase where it is in its life
     * @param progress what it is doing, in one line
     * @param attached the processes that take the place of services' tasks
     * @param faults the faults that are injected now
     * @param lastFaultEnded when the last of those that are over ended
     */
    record Process(PlatformStatus.Phase phase, String progress, List<ServiceAttachment> attached,
            List<InjectedFault> faults,
            Optional<Instant> lastFaultEnded) {}

    static PlatformStatus status(RunOptions options, Process process, EcsRuntime runtime, Observability observability,
            BackgroundLoad load) {
        List<ServiceEntry> services = new ArrayList<>();
        List<TaskEntry> tasks = new ArrayList<>();
        runtime.snapshot().services().forEach(service -> {
            services.add(service(service));
            service.tasks().forEach(task -> tasks.add(task(service.name(), task)));
        });
        return new PlatformStatus(options.environment(), process.phase(), process.progress(),
                ProcessHandle.current().pid(), "http://127.0.0.1:" + options.loadBalancerPort(), options.timeScale(),
                address(options.consolePort()), address(options.awsPort()),
                new IntakePorts(options.datadogPort(), options.otlpPort(), options.statsdPort()), runtime.brokenPaths(),
                services, tasks,
                runtime.meshCounters().edges().stream().map(StatusRecords::edge).toList(),
                alarms(observability.alarms()), telemetry(observability), observability.tracing().status(), load(load),
                process.attached(), process.faults(), process.lastFaultEnded());
    }

    private static LoadStatus load(BackgroundLoad load) {
        LoadCounts counts = load.counts();
        return new LoadStatus(load.perSecond(), counts.sent(), counts.good(), counts.failed(), counts.skipped(),
                load.paths());
    }

    private static String address(int port) {
        return port == 0 ? "" : "http://127.0.0.1:" + port;
    }

    private static ServiceEntry service(ServiceSnapshot service) {
        return new ServiceEntry(service.name(), service.desired(), service.running(), service.pending(),
                service.stable(), service.deployments().getFirst().rolloutState().name(),
                service.deployments().getFirst().taskDefinition(), service.events().stream()
                        .map(event -> new ServiceEntry.Event(event.at(), event.message())).toList());
    }

    private static TaskEntry task(String service, TaskSnapshot task) {
        return new TaskEntry(task.id(), service, task.lastStatus().name(), task.health().name(), task.proxyAddress(),
                task.appAddress(), task.containers().stream().filter(container -> container.name().equals(service))
                        .findFirst().map(app -> app.pid()),
                Optional.ofNullable(task.stoppedReason()), String.join(", ", task.targetHealth().values()));
    }

    private static AlarmCounts alarms(List<AlarmView> alarms) {
        return new AlarmCounts(alarms.size(), alarms.stream().filter(alarm -> alarm.state() == AlarmState.ALARM)
                .map(alarm -> new AlarmCounts.Firing(alarm.name(), alarm.stateTransitioned(), alarm.stateReason()))
                .toList());
    }

    static List<AlarmEntry> alarmEntries(List<AlarmView> alarms) {
        return alarms.stream().map(alarm -> new AlarmEntry(alarm.name(), alarm.state().name(),
                alarm.stateTransitioned(), alarm.stateReason(), alarm.suppressedBy().isPresent())).toList();
    }

    private static TelemetryUsage telemetry(Observability observability) {
        StoreUsage usage = observability.usage();
        return new TelemetryUsage(usage.bytes(), usage.pending(), usage.dropped(), usage.lost(), usage.unreadable(),
                usage.problem().orElse(""), usage.notes(), observability.droppedLines());
    }

    private static EdgeEntry edge(EdgeCounters edge) {
        return new EdgeEntry(edge.client(), edge.discoveryName(), edge.requests(), edge.attempts(), edge.retries(),
                edge.target().success(), edge.target().clientError(), edge.target().serverError(), edge.proxy503(),
                edge.proxy504(), edge.timeouts(), edge.connectFailures(), edge.ejections(),
                edge.responseTime().meanMicros() / 1000);
    }

    static List<CoverageEntry> coverage(Coverage coverage) {
        return coverage.entries().stream().map(entry -> new CoverageEntry(entry.stack(), entry.logicalId(),
                entry.type(), entry.property(), CoverageEntry.Status.valueOf(entry.status().name()), entry.note()))
                .toList();
    }
}
