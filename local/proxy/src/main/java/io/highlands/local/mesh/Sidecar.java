// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.highlands.local.forward.ConnectionGate;
import io.highlands.local.forward.ForwardEngine;
import io.highlands.local.forward.Listening;

/** The proxy of one task: its way into the mesh and out of it. */
public final class Sidecar implements AutoCloseable {

    private final TaskIdentity task;
    private final MeshState mesh;
    private final List<HostsEntry> hosts = new ArrayList<>();
    private final List<IngressEndpoint> ingress = new ArrayList<>();
    private final List<Listening> listeners = new ArrayList<>();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();

    Sidecar(TaskIdentity task, MeshState mesh) {
        this.task = task;
        this.mesh = mesh;
    }

    void listen(ForwardEngine engine, IngressPort port, AccessLog log) {
        IngressEndpoint endpoint = new IngressEndpoint(task, port, mesh, engine, log, this::drainedIfIdle);
        listeners.add(engine.listen(task.ingress(port.containerPort()), endpoint, endpoint));
        ingress.add(endpoint);
    }

    void listen(ForwardEngine engine, ClientAlias alias, AccessLog log) {
        InetSocketAddress address = task.egress(hosts.size() + 1, alias.port());
        EgressEndpoint endpoint = new EgressEndpoint(task, alias, mesh, engine, log);
        listeners.add(engine.listen(address, ConnectionGate.OPEN, endpoint));
        hosts.add(new HostsEntry(address.getHostString(), alias.dnsName()));
    }

    /** {@return the lines of the task's hosts file for the endpoints that it resolves} */
    public List<HostsEntry> hosts() {
        return List.copyOf(hosts);
    }

    /**
     * Takes the task out of the namespace, so that no new request is sent to it. Requests in flight, and those that are
     * already on their way, are still served, with connections that end with the answer, until {@link #close}.
     *
     * @param longest the longest time to wait
     * @return done when no request is in flight, or when the time is over
     */
    public CompletableFuture<Void> drain(Duration longest) {
        mesh.namespace().deregisterEverywhere(task.taskId());
        ingress.forEach(IngressEndpoint::drain);
        drainedIfIdle();
        return drained.copy().completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the proxy at once, as when the task is lost: its connections are reset. */
    @Override
    public void close() {
        mesh.leave(task);
        listeners.forEach(Listening::close);
    }

    private void drainedIfIdle() {
        if (ingress.stream().noneMatch(IngressEndpoint::busy)) {
            drained.complete(null);
        }
    }
}
