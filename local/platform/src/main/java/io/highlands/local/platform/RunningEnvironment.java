// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.StateFolder;
import io.highlands.local.ecs.EcsOptions;
import io.highlands.local.ecs.EcsRuntime;
import io.highlands.local.ecs.RollOrder;
import io.highlands.local.error.ErrorLog;
import io.highlands.local.error.PortTakenException;
import io.highlands.local.http.StartToken;
import io.highlands.local.load.BackgroundLoad;
import io.highlands.local.provision.Deployed;
import io.highlands.local.template.Platform;

import static java.util.Map.entry;

/** An environment that runs: what the control interface asks of it, and what it answers. */
final class RunningEnvironment implements AutoCloseable {

    /** Three services on two cores need about 5 s; with agents on a busy machine a minute. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    private static final Duration ROLL_PATIENCE = Duration.ofMinutes(8);

    private final RunOptions options;

    private final Consumer<String> tell;

    private final ErrorLog errors;

    private final Observability observability;

    private final EcsRuntime runtime;

    private final BackgroundLoad load;

    private final FaultControl faults;

    private final StartToken token = StartToken.random();

    private volatile Platform platform;

    private volatile String phase = "STARTING";

    private volatile String progress = "";

    RunningEnvironment(StateFolder state, RunOptions options, Consumer<String> tell) {
        this.options = options;
        this.tell = tell;
        this.errors = new ErrorLog(state.errors());
        Deployed deployed = Deployed.read(options.assembly(), options.localValues());
        this.platform = deployed.platform();
        refuseUnknown(options.scale());
        this.observability = new Observability(state, options, deployed);
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
        return new ControlServer(token, Map.ofEntries(
                entry("GET /status", query -> status()),
                entry("GET /cost", query -> observability.cost()),
                entry("GET /coverage", query -> StatusJson.coverage(runtime.coverage())),
                entry("GET /traces", query -> TraceJson.list(observability.traces(), one(query, "from"),
                        one(query, "to"))),
                entry("GET /trace", query -> TraceJson.trace(observability.traces(), one(query, "id"))),
                entry("POST /stop", query -> done(stop)),
                entry("POST /await-stable", query -> done(() -> runtime.awaitStable(ROLL_PATIENCE))),
                entry("POST /restart", query -> restart(one(query, "service"))),
                entry("POST /scale",
                        query -> scale(one(query, "service"), count(query))),
                entry("POST /load", query -> done(() -> load.set(rate(query)))),
                entry("POST /lose", query -> done(() -> runtime.loseTask(one(query, "task")))),
                entry("GET /faults", query -> faults.list()),
                entry("POST /fault", faults::inject),
                entry("POST /fault/clear", faults::clear),
                entry("POST /apply", query -> apply(Path.of(one(query, "assembly")), query.containsKey("side-by-side")
                        ? RollOrder.SIDE_BY_SIDE
                        : RollOrder.ONE_AFTER_ANOTHER))),
                errors);
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
        CompletableFuture<Void> stable = CompletableFuture.runAsync(() -> runtime.awaitStable(START_PATIENCE),
                command -> Thread.ofVirtual().name("start").start(command));
        try {
            CompletableFuture.anyOf(stable, stop).get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        }
        if (!stop.isDone()) {
            phase = "RUNNING";
            load.set(options.load());
        }
    }

    JsonNode status() {
        ObjectNode status = StatusJson.status(options, phase, progress, runtime, observability, load);
        status.set("faults", faults.list());
        faults.lastEnded().ifPresent(at -> status.put("lastFaultEnded", at.toString()));
        return status;
    }

    private JsonNode restart(String service) {
        requireService(service);
        return finished(runtime.forceNewDeployment(service));
    }

    private JsonNode scale(String service, int count) {
        requireService(service);
        return finished(runtime.setDesiredCount(service, count));
    }

    private JsonNode apply(Path assembly, RollOrder order) {
        Deployed next = Deployed.read(assembly, options.localValues());
        observability.tracing().before(next.platform());
        CompletableFuture<Void> applied = runtime.apply(next.platform(), order);
        platform = next.platform();
        observability.apply(next);
        JsonNode done = finished(applied);
        if (observability.tracing().isForEarlierTasks(next.platform())) {
            finished(runtime.drained());
            observability.tracing().close();
        }
        return done;
    }

    private void report(String line) {
        progress = line;
        tell.accept(line);
    }

    private static JsonNode finished(CompletableFuture<Void> rolling) {
        try {
            rolling.get(ROLL_PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return done(() -> {});
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } catch (TimeoutException failure) {
            throw new ControlException("not finished within " + ROLL_PATIENCE.toSeconds() + " s", failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new ControlException("interrupted", failure);
        }
    }

    private static JsonNode done(Runnable action) {
        action.run();
        return JsonNodeFactory.instance.objectNode().put("done", true);
    }

    private static String one(Map<String, Deque<String>> query, String name) {
        Deque<String> values = query.get(name);
        if (values == null || values.size() != 1) {
            throw new ControlException("the query needs one '" + name + "'");
        }
        return values.getFirst();
    }

    private static int count(Map<String, Deque<String>> query) {
        String text = one(query, "count");
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ControlException("count '" + text + "': allowed is a number of tasks", e);
        }
    }

    private static double rate(Map<String, Deque<String>> query) {
        String text = one(query, "rate");
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new ControlException("rate '" + text + "': allowed is a number of requests a second", e);
        }
    }

    @Override
    public void close() {
        phase = "STOPPING";
        faults.close();
        load.close();
        runtime.close();
        observability.close();
    }
}
