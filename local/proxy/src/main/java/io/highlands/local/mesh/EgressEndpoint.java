// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

import io.highlands.local.forward.ForwardEngine;
import io.highlands.local.forward.Limits;
import io.highlands.local.forward.Origin;
import io.highlands.local.forward.Outcome;
import io.highlands.local.forward.UpstreamRoute;

/** The egress of one task to one alias: what its listener does with what the task's own process sends. */
final class EgressEndpoint implements HttpHandler {

    private static final Set<Outcome> CLIENTS_FAULT = EnumSet.of(Outcome.CLIENT_GONE, Outcome.CLIENT_IDLE,
            Outcome.BAD_BODY, Outcome.BODY_TOO_LARGE);

    private final TaskIdentity task;
    private final ClientAlias alias;
    private final MeshState mesh;
    private final AccessLog log;
    private final Hosts hosts;
    private final EdgeMeter meter;
    private final Limits limits;
    private final ForwardEngine engine;
    private final Origin origin;
    private final Map<MeshHost, UpstreamRoute> routes = new ConcurrentHashMap<>();

    EgressEndpoint(TaskIdentity task, ClientAlias alias, MeshState mesh, ForwardEngine engine, AccessLog log) {
        this.task = task;
        this.alias = alias;
        this.mesh = mesh;
        this.engine = engine;
        this.origin = mesh.origin(task);
        this.log = log;
        this.hosts = new Hosts(() -> mesh.namespace().hosts(alias.discoveryName()), System::nanoTime);
        this.meter = mesh.edge(new EdgeMeter.Key(task.cluster(), task.service(), alias.discoveryName()));
        this.limits = mesh.limits(alias.timeouts());
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        engine.forward(exchange, new EgressPolicy(this, exchange));
    }

    Limits limits() {
        return limits;
    }

    Timeouts timeouts() {
        return alias.timeouts();
    }

    EdgeMeter meter() {
        return meter;
    }

    MeshHost choose(Set<String> tried) {
        return hosts.choose(tried);
    }

    UpstreamRoute route(MeshHost host) {
        if (routes.size() > TaskIdentity.MAX_SLOT) {
            routes.clear();
        }
        return routes.computeIfAbsent(host, to -> new UpstreamRoute(to.task().taskId(), origin,
                to.task().ingress(to.port()), to.task().ingressAddress() + ":" + to.port(), meter.connections()));
    }

    boolean reachable(MeshHost host) {
        return mesh.securityGroups().allows(task.securityGroups(), host.task().securityGroups(), host.port());
    }

    /**
     * Counts a failed attempt. A failed connection, as ejection counts it, is one that could not be made, one that ended
     * without an answer, one that a timeout ended, and an ingress that found its service's port closed.
     */
    void failed(String taskId, Outcome outcome) {
        meter.failed(outcome);
        if (!CLIENTS_FAULT.contains(outcome) && hosts.failed(taskId)) {
            meter.ejected();
        }
    }

    void log(AccessEntry entry) {
        mesh.log(entry);
    }

    AccessLog accessLog() {
        return log;
    }
}
