// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.ControlPath;
import io.highlands.local.control.StateFolder;
import io.highlands.local.control.message.AppliedChange;
import io.highlands.local.control.message.ApplyRequest;
import io.highlands.local.control.message.AttachRequest;
import io.highlands.local.control.message.AttachVariables;
import io.highlands.local.control.message.ClearRequest;
import io.highlands.local.control.message.DetachRequest;
import io.highlands.local.control.message.Done;
import io.highlands.local.control.message.DrillRequest;
import io.highlands.local.control.message.FaultRequest;
import io.highlands.local.control.message.FoundTraces;
import io.highlands.local.control.message.IncidentReport;
import io.highlands.local.control.message.LoadRequest;
import io.highlands.local.control.message.LoseTaskRequest;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.control.message.PlatformStatus.Phase;
import io.highlands.local.control.message.RestartRequest;
import io.highlands.local.control.message.RunImageRequest;
import io.highlands.local.control.message.ScaleRequest;
import io.highlands.local.ecs.EcsOptions;
import io.highlands.local.ecs.EcsRuntime;
import io.highlands.local.ecs.StartTimeout;
import io.highlands.local.error.ErrorLog;
import io.highlands.local.error.PortTakenException;
import io.highlands.local.http.StartToken;
import io.highlands.local.load.BackgroundLoad;
import io.highlands.local.platform.standin.StandIns;
import io.highlands.local.provision.Deployed;
import io.highlands.local.template.Platform;

/** An environment that runs: what the control interface asks of it, and what it answers. */
final class RunningEnvironment implements AutoCloseable {

    private final RunOptions options;

    private final Consumer<String> tell;

    private final ErrorLog errors;

    private final StandIns standIns;

    private final Observability observability;

    private final EcsRuntime runtime;

    private final BackgroundLoad load;

    private final FaultControl faults;

    private final AttachmentControl attachments;

    private final StartToken token = StartToken.random();

    private final EnvironmentUpdates updates;

    private volatile Phase phase = Phase.STARTING;

    private volatile String progress = "";

    RunningEnvironment(StateFolder state, RunOptions options, Consumer<String> tell) {
        this.options = options;
        this.tell = tell;
        this.errors = new ErrorLog(state.errors());
        String digest = AssemblyDigest.of(options.assembly());
        this.standIns = new StandIns(state.root().resolve("resources"), System.getenv());
        Deployed deployed;
        try {
            deployed = Deployed.read(options.assembly(),
                    standIns.values(options.assembly(), options.localValues(), Map.of()));
            this.observability = new Observability(state, options, deployed,
                    line -> tell.accept("warning: " + line));
            this.runtime = runtime(state, deployed.platform());
        } catch (RuntimeException e) {
            standIns.close();
            throw e;
        }
        this.updates = new EnvironmentUpdates(options, runtime, observability, standIns, deployed, digest);
        observability.apply(deployed);
        this.load = new BackgroundLoad(URI.create("http://127.0.0.1:" + options.loadBalancerPort()));
        load.paths(examples(deployed.platform()));
        this.faults = new FaultControl(runtime, observability, load);
        this.attachments = new AttachmentControl(runtime, options);
    }

    private EcsRuntime runtime(StateFolder state, Platform platform) {
        EcsOptions ecs = new EcsOptions(state.root(), options.images(), Path.of(System.getProperty("java.home")))
                .withScale(options.scale()).withLoadBalancerPort(options.loadBalancerPort());
        try {
            return new EcsRuntime(observability.watching(ecs, platform), platform);
        } catch (RuntimeException e) {
            observability.close();
            throw e instanceof PortTakenException taken ? taken.of("load balancer").by("--port") : e;
        }
    }

    private void requireService(String name) {
        Platform platform = updates.deployed().platform();
        if (platform.services().stream().noneMatch(service -> service.name().equals(name))) {
            throw new ControlException("no service '" + name + "'; there are: " + String.join(", ",
                    platform.services().stream().map(service -> service.name()).toList()));
        }
    }

    String token() {
        return token.text();
    }

    /** Serves the control interface until it is closed. */
    ControlServer serve(Runnable stop) {
        Map<ControlPath, ControlServer.Action> actions = new EnumMap<>(ControlPath.class);
        actions.put(ControlPath.STATUS, request -> status());
        actions.put(ControlPath.COST, request -> observability.cost());
        actions.put(ControlPath.COVERAGE, request -> StatusRecords.coverage(runtime.coverage()));
        actions.put(ControlPath.TRACES, request -> TraceRecords.list(observability.traces(),
                request.parameter("from"), request.parameter("to")));
        actions.put(ControlPath.SEARCH, request -> TraceRecords.search(observability.traces(),
                request.parameter("q"), request.since("since", FoundTraces.LONGEST)));
        actions.put(ControlPath.COMPARE, request -> ComparisonRecords.compare(observability.traces(),
                request.parameter("q"), request.since("since", FoundTraces.LONGEST), request.parameter("compare")));
        actions.put(ControlPath.TRACE,
                request -> TraceRecords.trace(observability.traces(), request.parameter("id")));
        actions.put(ControlPath.STOP, request -> done(stop));
        actions.put(ControlPath.AWAIT_STABLE,
                request -> done(() -> runtime.awaitStable(EnvironmentUpdates.ROLL_TIMEOUT)));
        actions.put(ControlPath.RESTART, request -> restart(request.body(RestartRequest.class).service()));
        actions.put(ControlPath.RUN_IMAGE, request -> runImage(request.body(RunImageRequest.class)));
        actions.put(ControlPath.ATTACH, request -> attach(request.body(AttachRequest.class)));
        actions.put(ControlPath.DETACH,
                request -> done(() -> attachments.detach(request.body(DetachRequest.class).service())));
        actions.put(ControlPath.SCALE, request -> scale(request.body(ScaleRequest.class)));
        actions.put(ControlPath.LOAD, request -> done(() -> load.set(request.body(LoadRequest.class).perSecond())));
        actions.put(ControlPath.LOSE,
                request -> done(() -> runtime.loseTask(request.body(LoseTaskRequest.class).task())));
        actions.put(ControlPath.ALARMS, request -> StatusRecords.alarmEntries(observability.alarms()));
        actions.put(ControlPath.INCIDENT,
                request -> observability.incident(runtime, updates.deployed().platform(),
                        request.parameter("since").isEmpty()
                                ? Optional.empty()
                                : Optional.of(request.since("since", IncidentReport.LONGEST))));
        actions.put(ControlPath.FAULTS, request -> faults.list());
        actions.put(ControlPath.INJECT, request -> faults.inject(request.body(FaultRequest.class)));
        actions.put(ControlPath.CLEAR, request -> faults.clear(request.body(ClearRequest.class)));
        actions.put(ControlPath.DRILL, request -> faults.drill().status());
        actions.put(ControlPath.BEGIN_DRILL, request -> faults.begin(request.body(DrillRequest.class)));
        actions.put(ControlPath.END_DRILL, request -> faults.drill().end());
        actions.put(ControlPath.APPLY, request -> apply(request.body(ApplyRequest.class)));
        return new ControlServer(token, actions, errors);
    }

    /**
     * Starts the services and waits until they are stable, or until nobody wants them any longer.
     *
     * @param stop completes when they are to be stopped
     */
    void start(CompletableFuture<Void> stop) throws InterruptedException {
        report("starting "
                + String.join(", ",
                        updates.deployed().platform().services().stream().map(service -> service.name()).toList())
                + " ...");
        runtime.brokenPaths().forEach(line -> tell.accept("warning: " + line));
        runtime.start();
        observability.start(runtime, () -> updates.deployed().platform(), faults.drill()::running);
        Duration longest = StartTimeout.of(updates.deployed().platform());
        CompletableFuture<Void> stable = CompletableFuture.runAsync(() -> runtime.awaitStable(longest),
                command -> Thread.ofVirtual().name("start").start(command));
        try {
            CompletableFuture.anyOf(stable, stop).get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        }
        if (!stop.isDone()) {
            phase = Phase.RUNNING;
            load.set(options.load());
        }
    }

    PlatformStatus status() {
        return StatusRecords.status(options,
                new StatusRecords.Process(phase, progress, attachments.list(), faults.list(), faults.lastEnded()),
                runtime, observability,
                load);
    }

    private AppliedChange apply(ApplyRequest request) {
        AppliedChange change = updates.apply(request);
        load.paths(examples(updates.deployed().platform()));
        return change;
    }

    private static List<String> examples(Platform platform) {
        return platform.loadBalancer() == null ? List.of() : platform.loadBalancer().examples();
    }

    private Done restart(String service) {
        requireService(service);
        return finished(runtime.forceNewDeployment(service));
    }

    private Done runImage(RunImageRequest request) {
        requireService(request.service());
        return finished(runtime.runImage(request.service(), Path.of(request.image())));
    }

    private AttachVariables attach(AttachRequest request) {
        requireService(request.service());
        return attachments.attach(request);
    }

    private Done scale(ScaleRequest request) {
        requireService(request.service());
        return finished(runtime.setDesiredCount(request.service(), request.count()));
    }

    private void report(String line) {
        progress = line;
        tell.accept(line);
    }

    private static Done finished(CompletableFuture<Void> change) {
        EnvironmentUpdates.await(change);
        return Done.DONE;
    }

    private static Done done(Runnable action) {
        action.run();
        return Done.DONE;
    }

    @Override
    public void close() {
        phase = Phase.STOPPING;
        attachments.close();
        faults.close();
        load.close();
        runtime.close();
        observability.close();
        standIns.close();
    }
}
