// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.ControlPath;
import io.highlands.local.control.StateFolder;
import io.highlands.local.control.message.AppliedChange;
import io.highlands.local.control.message.ApplyRequest;
import io.highlands.local.control.message.ClearRequest;
import io.highlands.local.control.message.Done;
import io.highlands.local.control.message.FaultRequest;
import io.highlands.local.control.message.LoadRequest;
import io.highlands.local.control.message.LoseTaskRequest;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.control.message.PlatformStatus.Phase;
import io.highlands.local.control.message.RestartRequest;
import io.highlands.local.control.message.ScaleRequest;
import io.highlands.local.ecs.EcsOptions;
import io.highlands.local.ecs.EcsRuntime;
import io.highlands.local.ecs.RollOrder;
import io.highlands.local.error.ErrorLog;
import io.highlands.local.error.PortTakenException;
import io.highlands.local.http.StartToken;
import io.highlands.local.load.BackgroundLoad;
import io.highlands.local.provision.Deployed;
import io.highlands.local.template.Platform;

/** An environment that runs: what the control interface asks of it, and what it answers. */
final class RunningEnvironment implements AutoCloseable {

    /** Three services on two cores need about 5 s; with agents on a busy machine a minute. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

    private static final Duration ROLL_TIMEOUT = Duration.ofMinutes(8);

    private final RunOptions options;

    private final Consumer<String> tell;

    private final ErrorLog errors;

    private final Observability observability;

    private final EcsRuntime runtime;

    private final BackgroundLoad load;

    private final FaultControl faults;

    private final StartToken token = StartToken.random();

    private volatile Platform platform;

    /** The digest of the assembly that runs whole; empty while another one is taken over, and when that failed. */
    private volatile String applied;

    private volatile Phase phase = Phase.STARTING;

    private volatile String progress = "";

    RunningEnvironment(StateFolder state, RunOptions options, Consumer<String> tell) {
        this.options = options;
        this.tell = tell;
        this.errors = new ErrorLog(state.errors());
        this.applied = AssemblyDigest.of(options.assembly());
        Deployed deployed = Deployed.read(options.assembly(), options.localValues());
        this.platform = deployed.platform();
        refuseUnknown(options.scale());
        this.observability = new Observability(state, options, deployed,
                line -> tell.accept("warning: " + line));
        this.runtime = runtime(state);
        this.load = new BackgroundLoad(URI.create("http://127.0.0.1:" + options.loadBalancerPort()));
        this.faults = new FaultControl(runtime, observability, load);
    }

    private EcsRuntime runtime(StateFolder state) {
        EcsOptions ecs = new EcsOptions(state.root(), options.images(), Path.of(System.getProperty("java.home")))
                .withScale(options.scale()).withLoadBalancerPort(options.loadBalancerPort());
        try {
            return new EcsRuntime(observability.watching(ecs, platform), platform);
        } catch (RuntimeException e) {
            observability.close();
            throw e instanceof PortTakenException taken ? taken.of("load balancer").by("--port") : e;
        }
    }

    private void refuseUnknown(Map<String, Integer> scale) {
        scale.keySet().forEach(this::requireService);
    }

    private void requireService(String name) {
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
        actions.put(ControlPath.TRACE,
                request -> TraceRecords.trace(observability.traces(), request.parameter("id")));
        actions.put(ControlPath.STOP, request -> done(stop));
        actions.put(ControlPath.AWAIT_STABLE, request -> done(() -> runtime.awaitStable(ROLL_TIMEOUT)));
        actions.put(ControlPath.RESTART, request -> restart(request.body(RestartRequest.class).service()));
        actions.put(ControlPath.SCALE, request -> scale(request.body(ScaleRequest.class)));
        actions.put(ControlPath.LOAD, request -> done(() -> load.set(request.body(LoadRequest.class).perSecond())));
        actions.put(ControlPath.LOSE,
                request -> done(() -> runtime.loseTask(request.body(LoseTaskRequest.class).task())));
        actions.put(ControlPath.FAULTS, request -> faults.list());
        actions.put(ControlPath.INJECT, request -> faults.inject(request.body(FaultRequest.class)));
        actions.put(ControlPath.CLEAR, request -> faults.clear(request.body(ClearRequest.class)));
        actions.put(ControlPath.APPLY, request -> apply(request.body(ApplyRequest.class)));
        return new ControlServer(token, actions, errors);
    }

    /**
     * Starts the services and waits until they are stable, or until nobody wants them any longer.
     *
     * @param stop completes when they are to be stopped
     */
    void start(CompletableFuture<Void> stop) throws InterruptedException {
        report("starting " + String.join(", ", platform.services().stream().map(service -> service.name()).toList())
                + " ...");
        runtime.brokenPaths().forEach(line -> tell.accept("warning: " + line));
        runtime.start();
        observability.start(runtime, () -> platform);
        CompletableFuture<Void> stable = CompletableFuture.runAsync(() -> runtime.awaitStable(START_TIMEOUT),
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
                new StatusRecords.Process(phase, progress, faults.list(), faults.lastEnded()), runtime, observability,
                load);
    }

    private Done restart(String service) {
        requireService(service);
        return finished(runtime.forceNewDeployment(service));
    }

    private Done scale(ScaleRequest request) {
        requireService(request.service());
        return finished(runtime.setDesiredCount(request.service(), request.count()));
    }

    private AppliedChange apply(ApplyRequest request) {
        Path assembly = Path.of(request.assembly());
        String digest = AssemblyDigest.of(assembly);
        Map<String, String> before = deployments();
        RollOrder order = request.sideBySide() ? RollOrder.SIDE_BY_SIDE : RollOrder.ONE_AFTER_ANOTHER;
        boolean templates = !digest.equals(applied);
        if (templates) {
            applied = "";
            apply(Deployed.read(assembly, options.localValues()), order);
            applied = digest;
        } else {
            finished(runtime.apply(platform, order));
        }
        Map<String, String> after = deployments();
        return new AppliedChange(templates,
                after.keySet().stream().filter(name -> !after.get(name).equals(before.get(name))).toList());
    }

    private void apply(Deployed next, RollOrder order) {
        observability.tracing().before(next.platform());
        CompletableFuture<Void> updated = runtime.apply(next.platform(), order);
        platform = next.platform();
        observability.apply(next);
        finished(updated);
        if (observability.tracing().isForEarlierTasks(next.platform())) {
            finished(runtime.drained());
            observability.tracing().close();
        }
    }

    /** The primary deployment of each service. */
    private Map<String, String> deployments() {
        Map<String, String> deployments = new TreeMap<>();
        runtime.snapshot().services()
                .forEach(service -> deployments.put(service.name(), service.deployments().getFirst().id()));
        return deployments;
    }

    private void report(String line) {
        progress = line;
        tell.accept(line);
    }

    private static Done finished(CompletableFuture<Void> rolling) {
        try {
            rolling.get(ROLL_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            return done(() -> {});
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } catch (TimeoutException failure) {
            throw new ControlException("not finished within " + ROLL_TIMEOUT.toSeconds() + " s", failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new ControlException("interrupted", failure);
        }
    }

    private static Done done(Runnable action) {
        action.run();
        return Done.DONE;
    }

    @Override
    public void close() {
        phase = Phase.STOPPING;
        faults.close();
        load.close();
        runtime.close();
        observability.close();
    }
}
