// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.highlands.local.aws.Refusals;
import io.highlands.local.cloudwatch.alarms.AlarmFilter;
import io.highlands.local.cloudwatch.alarms.AlarmOptions;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.cloudwatch.alarms.StoredAlarms;
import io.highlands.local.cloudwatch.dashboards.DashboardData;
import io.highlands.local.cloudwatch.dashboards.DashboardService;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.console.ConsoleSources;
import io.highlands.local.console.drill.RunningDrill;
import io.highlands.local.control.ScoreBook;
import io.highlands.local.control.StateFolder;
import io.highlands.local.control.message.IncidentReport;
import io.highlands.local.control.message.MeasuredUsage;
import io.highlands.local.ecs.AwsEnvironment;
import io.highlands.local.ecs.EcsOptions;
import io.highlands.local.ecs.EcsRuntime;
import io.highlands.local.incident.IncidentNotes;
import io.highlands.local.incident.IncidentSources;
import io.highlands.local.incident.Incidents;
import io.highlands.local.logs.LogService;
import io.highlands.local.provision.Deployed;
import io.highlands.local.provision.Provisioner;
import io.highlands.local.provision.TimeScale;
import io.highlands.local.publish.AwsMetricsPublisher;
import io.highlands.local.publish.LogPublisher;
import io.highlands.local.publish.PublishSources;
import io.highlands.local.store.StoreOptions;
import io.highlands.local.store.StoreUsage;
import io.highlands.local.store.TelemetryStore;
import io.highlands.local.template.Platform;
import io.highlands.local.template.Stacks;
import io.highlands.local.traces.StoredTraces;
import io.highlands.local.traces.Traces;

/**
 * All that watches the platform: the store, CloudWatch's metrics, alarms, dashboards and logs over it, what AWS would
 * publish by itself, and the servers through which it is read. It is there before the first task and after the last one.
 */
final class Observability implements AutoCloseable {

    private static final String LOOPBACK = "http://127.0.0.1:";
    /** AWS's metrics come every minute, divided by the time scale; of a stack that is deployed they are there already. */
    private static final Duration PERIODS_BEFORE_ALARMS = Duration.ofMinutes(3);

    private final RunOptions options;
    private final Clock clock = Clock.systemUTC();
    private final TelemetryStore store;
    private final MetricService metrics;
    private final LogService logs;
    private final DashboardService dashboards;
    private final AlarmService alarms;
    private final LogPublisher logPublisher;
    private final Provisioner provisioner;
    private final StoredTraces traces;
    private final IncidentNotes notes;
    private final Refusals refusals = new Refusals();
    private final Tracing tracing;
    private final RehearsalProcesses rehearsals;
    private final StepProcesses steps;
    private final PublicServers servers;
    private final StateFolder state;
    private Optional<DrillProcess> drill = Optional.empty();
    private AwsMetricsPublisher publisher;
    private volatile Stacks stacks = Stacks.NONE;

    /**
     * Opens the store, checks what the templates declare against what is in it, and binds the ports. What they declare is
     * taken over by {@link #apply}.
     *
     * @param tell takes one line for each thing that goes wrong with the files of the store
     * @throws io.highlands.local.error.UserError when a port is taken, or the templates declare what cannot be done here
     */
    Observability(StateFolder state, RunOptions options, Deployed deployed, Consumer<String> tell) {
        this.options = options;
        this.state = state;
        Platform platform = deployed.platform();
        this.store = TelemetryStore.open(StoreOptions.in(state.telemetry()), tell);
        this.metrics = new MetricService(store.metrics(), clock);
        this.logs = new LogService(store.logs(), clock);
        this.dashboards = new DashboardService(store.states(), clock);
        this.alarms = new AlarmService(
                new AlarmOptions(platform.region(), platform.account(), options.timeScale(), clock),
                metrics::source, new StoredAlarms(store.states()));
        this.logPublisher = new LogPublisher(platform, logs, metrics::put, options.timeScale(), clock);
        this.provisioner = new Provisioner(alarms, dashboards, logs, logPublisher, new TimeScale(options.timeScale()));
        this.traces = new StoredTraces(store.spans());
        this.notes = new IncidentNotes(store.states(), clock);
        this.tracing = new Tracing(options, traces, clock);
        this.rehearsals = new RehearsalProcesses(state.rehearsals(), options.childCommand(), clock);
        this.steps = new StepProcesses(state.rehearsals(), options.childCommand(), clock);
        this.servers = new PublicServers(options, platform.region(), clock);
        try {
            check(deployed);
            tracing.before(platform);
            servers.openApis(refusals, metrics, alarms, dashboards, logs);
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
    }

    /** Refuses changed templates whose declarations do not fit what is there; changes nothing. */
    void check(Deployed deployed) {
        tracing.check(deployed.platform());
        provisioner.check(deployed);
    }

    /** Takes over changed templates. */
    void apply(Deployed deployed) {
        provisioner.apply(deployed);
        stacks = deployed.stacks();
    }

    /** Lets containers and ECS tell what they do. */
    EcsOptions watching(EcsOptions ecs, Platform platform) {
        String endpoint = options.awsPort() == 0 ? "" : LOOPBACK + options.awsPort();
        return ecs.withLogs(logPublisher).withEvents(logPublisher)
                .withAws(new AwsEnvironment(endpoint, platform.region(), options.timeScale()))
                .withTraced(tracing::variables);
    }

    /** Begins to publish, to evaluate alarms and to show. */
    void start(EcsRuntime runtime, Supplier<Platform> platform, Supplier<Optional<RunningDrill>> running) {
        DrillProcess drills = new DrillProcess(state.drills(), new ScoreBook(state.drillScores()),
                options.childCommand(), running, clock);
        drill = Optional.of(drills);
        publisher = new AwsMetricsPublisher(new PublishSources(platform, runtime::snapshot, runtime::meshCounters,
                runtime::balancerCounters), metrics::put, options.timeScale(), clock);
        publisher.start();
        alarms.start(PERIODS_BEFORE_ALARMS.dividedBy(options.timeScale()));
        servers.actOn(runtime, platform, () -> stacks);
        servers.openConsole(
                new ConsoleSources(dashboards, new DashboardData(metrics, alarms, logs), metrics, alarms, logs,
                        runtime::snapshot, runtime::meshCounters, runtime::balancerCounters, traces,
                        () -> TracingFacts.of(platform.get(), OptionalLong.of(tracing.sampledAway())), rehearsals,
                        steps, drills, this::usage, notes));
    }

    /** The alarms that are in a state, or all. */
    List<AlarmView> alarms() {
        return alarms.describe(AlarmFilter.ALL);
    }

    /**
     * What changed in a window.
     *
     * @param since how long ago it began; empty for what the alarms in ALARM look at
     */
    IncidentReport incident(EcsRuntime runtime, Platform platform, Optional<Duration> since) {
        IncidentSources sources = new IncidentSources(metrics, alarms, logs, traces, runtime::snapshot,
                runtime::meshCounters, () -> TracingFacts.accessLogs(platform), notes);
        return new Incidents(sources, options.timeScale(), clock)
                .read(since);
    }

    /** What of it AWS would bill. */
    MeasuredUsage cost() {
        return UsageCount.of(options.environment(), clock.instant(), store.metrics(), alarms, dashboards);
    }

    /** The traces that were taken in. */
    Traces traces() {
        return traces;
    }

    /** Lets the store find no room, or room again: a fault. */
    void storeFull(boolean full) {
        store.full(full);
    }

    /** Refuses calls of AWS's APIs: a fault; the result takes it back. */
    Runnable refuse(Set<String> accessKeys, String operation) {
        return refusals.refuse(accessKeys, operation);
    }

    /** The intake of traces. */
    Tracing tracing() {
        return tracing;
    }

    /** What the store holds. */
    StoreUsage usage() {
        return store.usage();
    }

    /** How many lines did not reach their log groups. */
    long droppedLines() {
        return logPublisher.dropped();
    }

    /** Stops publishing and evaluating; what was published stays. */
    @Override
    public void close() {
        servers.close();
        rehearsals.close();
        steps.close();
        drill.ifPresent(DrillProcess::close);
        tracing.close();
        if (publisher != null) {
            publisher.close();
        }
        logPublisher.close();
        alarms.close();
        logs.close();
        store.close();
    }
}
