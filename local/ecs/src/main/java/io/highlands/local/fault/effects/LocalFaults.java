// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.fault.effects;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.highlands.local.ecs.AgentState;
import io.highlands.local.ecs.AwsEnvironment;
import io.highlands.local.ecs.EcsRuntime;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.ecs.TaskFaults;
import io.highlands.local.ecs.TaskSnapshot;
import io.highlands.local.fault.FaultException;
import io.highlands.local.fault.FaultSetting;
import io.highlands.local.fault.FaultSpec;
import io.highlands.local.fault.Injection;
import io.highlands.local.mesh.TrafficFault;

/** Injects faults into the platform of this machine: into the tasks that a service has at that moment. */
public final class LocalFaults implements Function<FaultSpec, Injection> {

    private static final String PUT_METRICS = "cloudwatch:PutMetricData";
    private static final String LOAD_BALANCER = "load-balancer";

    private final EcsRuntime runtime;
    private final TaskFaults tasks;
    private final Switches switches;

    /**
     * Faults of a platform.
     *
     * @param runtime what runs
     * @param switches what is not a task
     */
    public LocalFaults(EcsRuntime runtime, Switches switches) {
        this.runtime = runtime;
        this.tasks = runtime.faults();
        this.switches = switches;
    }

    /**
     * Injects a fault.
     *
     * @throws FaultException when it names a service that is not there or has no task
     */
    @Override
    public Injection apply(FaultSpec spec) {
        String service = spec.service();
        return switch (spec.kind()) {
            case LATENCY -> trafficFault(spec, spec.delay(), 0);
            case ABORT -> trafficFault(spec, Duration.ZERO, spec.number(FaultSetting.STATUS));
            case KILL_APP -> once(service, id -> tasks.signal(id, service, "KILL"));
            case LOSE_TASK -> once(service, runtime::loseTask);
            case FREEZE -> each(service, id -> tasks.signal(id, service, "STOP"),
                    id -> tasks.signal(id, service, "CONT"));
            case CPU_STRESS -> injected(service, Stress.cpu(spec.number(FaultSetting.CORES)));
            case MEMORY_STRESS -> injected(service, Stress.memory(spec.number(FaultSetting.MEGABYTES)));
            case ZERO_TASKS -> zeroTasks(service);
            case AGENT_HANG -> agent(service, AgentState.SILENT);
            case AGENT_DEAD -> agent(service, AgentState.GONE);
            case METRICS_REFUSED -> metricsRefused(service);
            case BAD_RELEASE -> BadRelease.deploy(runtime, service(service), spec.text(FaultSetting.HOW));
            case SURGE -> surge(spec.number(FaultSetting.RATE));
            case DISK_FULL -> diskFull();
        };
    }

    private Injection trafficFault(FaultSpec spec, Duration delay, int status) {
        if (!spec.caller().equals(LOAD_BALANCER)) {
            service(spec.caller());
        }
        List<String> ids = present(spec.service());
        Runnable end = tasks.injectTraffic(new TrafficFault(spec.caller(), Set.copyOf(ids), spec.route().orElse(""),
                spec.number(FaultSetting.PERCENT), delay, status));
        return new OnTasks(ids, live(spec.service()), end);
    }

    /** What is done cannot be undone: ECS replaces the tasks, and then it is over. */
    private Injection once(String service, Consumer<String> act) {
        return each(service, act, id -> {});
    }

    private Injection each(String service, Consumer<String> act, Consumer<String> undo) {
        List<String> ids = present(service);
        ids.forEach(act);
        return new OnTasks(ids, live(service), () -> ids.forEach(undo));
    }

    private Injection injected(String service, List<String> command) {
        List<String> ids = present(service);
        List<Runnable> ends = new ArrayList<>();
        try {
            ids.forEach(id -> ends.add(tasks.startBeside(id, command)));
        } catch (RuntimeException e) {
            ends.forEach(Runnable::run);
            throw e;
        }
        return new OnTasks(ids, live(service), () -> ends.forEach(Runnable::run));
    }

    private Injection zeroTasks(String service) {
        int before = service(service).declared();
        if (before == 0) {
            throw new FaultException("zero-tasks: the desired count of " + service + " is 0 already");
        }
        runtime.setDesiredCount(service, 0);
        return new OfPlatform(() -> find(service).filter(now -> now.desired() == 0).isEmpty(),
                () -> runtime.setDesiredCount(service, before));
    }

    private Injection agent(String service, AgentState state) {
        List<String> ids = present(service);
        List<String> with = ids.stream().filter(id -> tasks.agent(id, state)).toList();
        if (with.isEmpty()) {
            throw new FaultException("the tasks of " + service + " have no tracing sidecar: tracing is off; "
                    + "switch it on with: highlands tracing ENV on");
        }
        Runnable found = switches.loseSpans(service);
        return new OnTasks(with, live(service), () -> {
            found.run();
            with.forEach(id -> tasks.agent(id, AgentState.ANSWERING));
        });
    }

    private Injection metricsRefused(String service) {
        List<String> ids = present(service);
        Runnable allow = switches.refuse(
                ids.stream().map(AwsEnvironment::accessKey).collect(Collectors.toSet()), PUT_METRICS);
        return new OnTasks(ids, live(service), allow);
    }

    private Injection surge(int rate) {
        double before = switches.load();
        switches.load(rate);
        return new OfPlatform(() -> switches.load() != rate, () -> switches.load(before));
    }

    private Injection diskFull() {
        switches.storeFull(true);
        return new OfPlatform(() -> false, () -> switches.storeFull(false));
    }

    private ServiceSnapshot service(String name) {
        return find(name).orElseThrow(() -> new FaultException("no service '" + name + "'; there are: "
                + String.join(", ", runtime.snapshot().services().stream().map(ServiceSnapshot::name).toList())));
    }

    private Optional<ServiceSnapshot> find(String name) {
        return runtime.snapshot().services().stream().filter(service -> service.name().equals(name)).findFirst();
    }

    private List<String> present(String name) {
        service(name);
        List<String> ids = live(name).get();
        if (ids.isEmpty()) {
            throw new FaultException(name + " has no task now");
        }
        return ids;
    }

    private Supplier<List<String>> live(String name) {
        return () -> find(name).stream().flatMap(service -> service.tasks().stream())
                .filter(task -> task.lastStatus().isLive()).map(TaskSnapshot::id).toList();
    }
}
