// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.highlands.local.balancer.BalancerSnapshot;
import io.highlands.local.balancer.LoadBalancer;
import io.highlands.local.balancer.Target;
import io.highlands.local.balancer.TargetGroup;
import io.highlands.local.balancer.TargetHealth;
import io.highlands.local.ecs.process.LogFile;
import io.highlands.local.mesh.AccessLog;
import io.highlands.local.mesh.ClientAlias;
import io.highlands.local.mesh.Mesh;
import io.highlands.local.mesh.MeshHost;
import io.highlands.local.mesh.MeshOptions;
import io.highlands.local.mesh.MeshSnapshot;
import io.highlands.local.mesh.Sidecar;
import io.highlands.local.mesh.TaskIdentity;
import io.highlands.local.mesh.TrafficFault;
import io.highlands.local.template.LoadBalancerSpec;
import io.highlands.local.template.Platform;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.TargetGroupSpec;
import io.highlands.local.template.TargetRegistration;

/** Mesh and load balancer of one platform, as tasks need them. */
final class Network implements AutoCloseable {

    private static final String RESTART = "run 'highlands down' and 'highlands up'";

    private final Mesh mesh;
    private final LoadBalancer balancer;
    private final int firstPort;
    private final LogSink logs;
    private final AtomicBoolean balancerClosed = new AtomicBoolean();
    private final Map<String, TargetGroup> groups = new ConcurrentHashMap<>();
    private final Set<String> created = new LinkedHashSet<>();
    private final Consumer<String> onTargetChange;

    /** Binds the load balancer's ports, so that a taken one is known before anything starts. */
    Network(Platform platform, EcsOptions options, Consumer<String> onTargetChange) {
        this.firstPort = options.loadBalancerPort();
        this.logs = options.logs();
        this.onTargetChange = onTargetChange;
        this.mesh = new Mesh(new MeshOptions(Wiring.securityGroups(platform),
                Wiring.loadBalancer(platform, options.loopback())));
        LoadBalancerSpec spec = platform.loadBalancer();
        this.balancer = spec == null ? null : balancer(spec, options);
        if (balancer != null) {
            learnGroups(spec);
        }
    }

    private LoadBalancer balancer(LoadBalancerSpec spec, EcsOptions options) {
        try {
            return new LoadBalancer(Wiring.options(spec, options.loadBalancerHost(), mesh.loadBalancerOrigin()),
                    Wiring.targetGroups(spec), Wiring.listeners(spec, firstPort));
        } catch (RuntimeException e) {
            mesh.close();
            throw e;
        }
    }

    /** Takes over changed security groups, rules and health checks; a refusal changes nothing. */
    void change(Platform next) {
        check(next);
        if (balancer != null) {
            balancer.reconfigure(Wiring.targetGroups(next.loadBalancer()),
                    Wiring.listeners(next.loadBalancer(), firstPort));
            learnGroups(next.loadBalancer());
        }
        mesh.securityGroups(Wiring.securityGroups(next));
    }

    /** Refuses what of the load balancer cannot be changed while it runs. */
    void check(Platform next) {
        LoadBalancerSpec changed = next.loadBalancer();
        if (balancer == null && changed != null) {
            throw new EcsException(changed.source() + ": a load balancer cannot be added to a running platform; "
                    + RESTART);
        }
        if (balancer != null && changed == null) {
            throw new EcsException("a load balancer cannot be taken from a running platform; " + RESTART);
        }
        if (balancer != null && changed.listeners().size() != balancer.listeners()) {
            throw new EcsException(changed.source() + ": " + changed.listeners().size()
                    + " listeners cannot be changed to from " + balancer.listeners()
                    + " while the platform runs; " + RESTART);
        }
    }

    /** A group that is no longer declared is still known: tasks that are about to be replaced are in it. */
    private void learnGroups(LoadBalancerSpec spec) {
        for (TargetGroupSpec declared : spec.targetGroups()) {
            groups.computeIfAbsent(declared.arn(), arn -> {
                TargetGroup group = balancer.targetGroup(arn);
                group.onChange(onTargetChange);
                return group;
            });
        }
    }

    /** From now on the endpoints of a service exist. */
    synchronized void declare(ServiceSpec service) {
        Wiring.endpoints(service).forEach(endpoint -> {
            created.add(endpoint.discoveryName());
            mesh.namespace().declare(endpoint);
        });
    }

    synchronized void remove(ServiceSpec service) {
        Wiring.endpoints(service).forEach(endpoint -> created.remove(endpoint.discoveryName()));
    }

    /** The endpoints that exist now. */
    synchronized List<ClientAlias> endpoints() {
        return mesh.namespace().endpoints().stream().filter(endpoint -> created.contains(endpoint.discoveryName()))
                .toList();
    }

    /** Starts a task's proxy. */
    Proxy attach(TaskIdentity task, ServiceSpec service, List<ClientAlias> resolvable, TaskFolder folder)
            throws IOException {
        if (!service.serviceConnect().enabled()) {
            return Proxy.NONE;
        }
        if (!service.serviceConnect().accessLogJson()) {
            return new Proxy(mesh.attach(task, Wiring.ingress(service), resolvable, AccessLog.none()), null);
        }
        LogFile log = new LogFile(folder.log(LogSink.PROXY), LogFile.DEFAULT_SIZE);
        try {
            Sidecar sidecar = mesh.attach(task, Wiring.ingress(service), resolvable,
                    AccessLog.json(
                            new LineTee(log, line -> logs.line(task.service(), task.taskId(), LogSink.PROXY, line)),
                            service.serviceConnect().accessLogQuery()));
            return new Proxy(sidecar, log);
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /** From now on the task gets requests. */
    void register(TaskIdentity task, ServiceSpec service) {
        registerInMesh(task, service);
        for (TargetRegistration registration : service.targets()) {
            groups.get(registration.targetGroup()).register(target(task, service, registration));
        }
    }

    void registerInMesh(TaskIdentity task, ServiceSpec service) {
        Wiring.ingress(service).forEach(port -> mesh.namespace().register(port.discoveryName(),
                new MeshHost(task, port.containerPort())));
    }

    private static Target target(TaskIdentity task, ServiceSpec service, TargetRegistration registration) {
        int port = registration.containerPort();
        Map<Integer, InetSocketAddress> listeners = new HashMap<>(Map.of(port, task.process(port)));
        Wiring.ingress(service)
                .forEach(each -> listeners.put(each.containerPort(), task.ingress(each.containerPort())));
        boolean proxied = Wiring.ingress(service).stream().anyMatch(each -> each.containerPort() == port);
        return new Target(task.taskId(), proxied ? task.ingressAddress() : task.appAddress(), port,
                isAtItsAddress(task, port) ? Map.of() : listeners);
    }

    private static boolean isAtItsAddress(TaskIdentity task, int port) {
        return task.endpoints().haveAddresses() && task.process(port).getHostString().equals(task.appAddress());
    }

    /** From now on the task gets no new requests; done when its targets are drained. */
    CompletableFuture<Void> deregister(TaskIdentity task, ServiceSpec service) {
        Wiring.ingress(service)
                .forEach(port -> mesh.namespace().deregister(port.discoveryName(), task.taskId()));
        return CompletableFuture.allOf(service.targets().stream()
                .map(registration -> groups.get(registration.targetGroup()).deregister(task.taskId()))
                .toArray(CompletableFuture[]::new));
    }

    /** Health of a task in each of its service's target groups, by the group's ARN. */
    Map<String, TargetHealth> targetHealth(TaskIdentity task, ServiceSpec service) {
        Map<String, TargetHealth> health = new LinkedHashMap<>();
        for (TargetRegistration registration : service.targets()) {
            health.put(registration.targetGroup(), groups.get(registration.targetGroup()).health(task.taskId()));
        }
        return health;
    }

    int loadBalancerPort() {
        return balancer == null ? -1 : balancer.port(0);
    }

    Runnable injectTraffic(TrafficFault fault) {
        return mesh.injectTraffic(fault);
    }

    MeshSnapshot meshCounters() {
        return mesh.counters();
    }

    BalancerSnapshot balancerCounters() {
        return balancer == null ? null : balancer.counters();
    }

    /** No new request from outside. */
    void closeBalancer() {
        if (balancer != null && balancerClosed.compareAndSet(false, true)) {
            balancer.close();
        }
    }

    @Override
    public void close() {
        closeBalancer();
        mesh.close();
    }
}
