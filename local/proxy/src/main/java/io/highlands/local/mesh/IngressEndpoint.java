// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

import io.highlands.local.forward.ConnectionGate;
import io.highlands.local.forward.ForwardEngine;
import io.highlands.local.forward.Limits;
import io.highlands.local.forward.Summary;
import io.highlands.local.forward.UpstreamRoute;

/**
 * The ingress of one task for one of its ports: takes connections that the security groups allow, and passes requests on to
 * the task's own process.
 */
final class IngressEndpoint implements HttpHandler, ConnectionGate {

    private static final Duration CALLER_FIRST = Duration.ofMillis(500);

    private final TaskIdentity task;
    private final IngressPort port;
    private final MeshState mesh;
    private final AccessLog log;
    private final ServerMeter meter;
    private final Limits limits;
    private final Limits meshLimits;
    private final ForwardEngine engine;
    private final UpstreamRoute app;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Runnable idle;
    private volatile boolean draining;

    IngressEndpoint(TaskIdentity task, IngressPort port, MeshState mesh, ForwardEngine engine, AccessLog log,
            Runnable idle) {
        this.task = task;
        this.port = port;
        this.mesh = mesh;
        this.engine = engine;
        this.log = log;
        this.idle = idle;
        this.meter = mesh.server(new ServerMeter.Key(task.cluster(), task.service(), port.discoveryName()));
        this.limits = mesh.limits(port.timeouts());
        this.meshLimits = mesh.limits(callersFirst(port.timeouts()));
        this.app = new UpstreamRoute(task.taskId(), mesh.origin(task), task.process(port.containerPort()),
                task.appAddress() + ":" + port.containerPort(), UpstreamRoute.Connections.UNCOUNTED);
    }

    @Override
    public boolean admits(InetSocketAddress peer) {
        TaskIdentity from = mesh.peer(peer);
        boolean allowed = from != null && mesh.securityGroups().allows(from.securityGroups(), task.securityGroups(),
                port.containerPort());
        if (!allowed) {
            meter.connectionDenied();
        }
        return allowed;
    }

    @Override
    public void opened() {
        meter.connections().opened();
    }

    @Override
    public void closed() {
        meter.connections().closed();
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        TaskIdentity from = mesh.peer(exchange.getSourceAddress());
        boolean fromMesh = from != null && from.slot() != 0;
        inFlight.incrementAndGet();
        TrafficFaults.Effect effect = mesh.faults().on(exchange, from, task);
        if (effect.delayMillis() == 0) {
            take(exchange, fromMesh, effect.status());
        } else {
            engine.later(exchange, effect.delayMillis(), () -> take(exchange, fromMesh, effect.status()),
                    this::requestOver);
        }
    }

    private void take(HttpServerExchange exchange, boolean fromMesh, int status) {
        if (status == 0) {
            engine.forward(exchange, new IngressPolicy(this, exchange, fromMesh));
        } else {
            AbortedRequest.answer(this, exchange, fromMesh, status);
        }
    }

    /** Counts and logs a request that is over. */
    void finished(HttpServerExchange exchange, Summary summary) {
        meter.finished(summary);
        if (log.wanted()) {
            mesh.log(AccessEntry.of(log, exchange, summary));
        }
        requestOver();
    }

    void drain() {
        draining = true;
    }

    boolean draining() {
        return draining;
    }

    boolean busy() {
        return inFlight.get() > 0;
    }

    private void requestOver() {
        if (inFlight.decrementAndGet() == 0 && draining) {
            idle.run();
        }
    }

    /**
     * {@return the limits of a request}
     *
     * @param fromMesh whether it comes from another sidecar, whose deadline is the same and must be the one that fires
     */
    Limits limits(boolean fromMesh) {
        return fromMesh ? meshLimits : limits;
    }

    Timeouts timeouts() {
        return port.timeouts();
    }

    UpstreamRoute app() {
        return app;
    }

    ServerMeter meter() {
        return meter;
    }

    private static Timeouts callersFirst(Timeouts timeouts) {
        return new Timeouts(later(timeouts.idle()), later(timeouts.perRequest()));
    }

    private static Duration later(Duration timeout) {
        return timeout.isZero() ? timeout : timeout.plus(CALLER_FIRST);
    }
}
