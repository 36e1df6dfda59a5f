// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.highlands.local.forward.Limits;
import io.highlands.local.forward.Origin;

/** What all sidecars share: the namespace, who has which address, which paths are open, counters and the log writer. */
final class MeshState {

    private final MeshOptions options;
    private final Namespace namespace = new Namespace();
    private final AccessLogWriter writer = new AccessLogWriter();
    private final Map<InetAddress, TaskIdentity> peers = new ConcurrentHashMap<>();
    private final CallerPorts callers = new CallerPorts();
    private final Map<EdgeMeter.Key, EdgeMeter> edges = new ConcurrentHashMap<>();
    private final Map<ServerMeter.Key, ServerMeter> servers = new ConcurrentHashMap<>();
    private final TrafficFaults faults = new TrafficFaults();
    private volatile SecurityGroups securityGroups;

    MeshState(MeshOptions options) {
        this.options = options;
        this.securityGroups = options.securityGroups();
        join(options.loadBalancer());
    }

    Namespace namespace() {
        return namespace;
    }

    TrafficFaults faults() {
        return faults;
    }

    SecurityGroups securityGroups() {
        return securityGroups;
    }

    void securityGroups(SecurityGroups groups) {
        securityGroups = groups;
    }

    void join(TaskIdentity task) {
        if (task.endpoints().haveAddresses()) {
            peers.put(address(task), task);
        }
    }

    void leave(TaskIdentity task) {
        namespace.deregisterEverywhere(task.taskId());
        peers.remove(address(task), task);
    }

    /** {@return whose connections come from a source, or null when nobody's are known to} */
    TaskIdentity peer(InetSocketAddress source) {
        TaskIdentity task = peers.get(source.getAddress());
        return task == null ? callers.at(source) : task;
    }

    /** {@return where a task's connections come from} */
    Origin origin(TaskIdentity task) {
        return task.endpoints().haveAddresses() ? Origin.at(task.ingressAddress()) : callers.origin(task);
    }

    Origin loadBalancerOrigin() {
        return origin(options.loadBalancer());
    }

    EdgeMeter edge(EdgeMeter.Key key) {
        return edges.computeIfAbsent(key, missing -> new EdgeMeter());
    }

    ServerMeter server(ServerMeter.Key key) {
        return servers.computeIfAbsent(key, missing -> new ServerMeter());
    }

    Limits limits(Timeouts timeouts) {
        return new Limits(options.connectTimeout(), timeouts.perRequest(), timeouts.idle(), options.replayLimit(),
                options.maxBody());
    }

    void log(AccessEntry entry) {
        writer.log(entry);
    }

    MeshSnapshot snapshot() {
        List<EdgeCounters> edgeCounters = edges.entrySet().stream()
                .map(edge -> edge.getValue().snapshot(edge.getKey()))
                .sorted(Comparator.comparing(EdgeCounters::client).thenComparing(EdgeCounters::discoveryName))
                .toList();
        List<ServerCounters> serverCounters = servers.entrySet().stream()
                .map(server -> server.getValue().snapshot(server.getKey(),
                        namespace.hosts(server.getKey().discoveryName()).size()))
                .sorted(Comparator.comparing(ServerCounters::service))
                .toList();
        return new MeshSnapshot(edgeCounters, serverCounters, writer.written(), writer.dropped());
    }

    void close() {
        writer.close();
    }

    private static InetAddress address(TaskIdentity task) {
        return new InetSocketAddress(task.ingressAddress(), 0).getAddress();
    }
}
