// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.time.Duration;
import java.util.List;

import io.highlands.local.forward.EngineOptions;
import io.highlands.local.forward.ForwardEngine;
import io.highlands.local.forward.Origin;

/** The service mesh of one cluster: all its sidecars, in one process. */
public final class Mesh implements AutoCloseable {

    private static final Duration CLIENT_IDLE = Duration.ofMinutes(1);

    // Shorter than Tomcat's 20 seconds, so that a connection is rarely closed under a request.
    private static final Duration UPSTREAM_IDLE = Duration.ofSeconds(10);

    private final MeshState state;
    private final ForwardEngine engine;

    /**
     * @param options how the mesh behaves
     */
    public Mesh(MeshOptions options) {
        this.state = new MeshState(options);
        this.engine = new ForwardEngine(new EngineOptions("mesh", options.ioThreads(), options.maxHeader(),
                options.maxHeader(), CLIENT_IDLE, UPSTREAM_IDLE));
    }

    /** {@return the endpoints and the hosts behind them} */
    public Namespace namespace() {
        return state.namespace();
    }

    /**
     * Starts the sidecar of a task. It takes no traffic before the task is registered in the namespace.
     *
     * @param task the task
     * @param ports what the task offers
     * @param resolvable the endpoints that the task can resolve: those that existed when its deployment began
     * @param log where its access log goes
     * @return the sidecar
     * @throws io.highlands.local.forward.ForwardException if one of its addresses cannot be listened on
     */
    public Sidecar attach(TaskIdentity task, List<IngressPort> ports, List<ClientAlias> resolvable, AccessLog log) {
        Sidecar sidecar = new Sidecar(task, state);
        state.join(task);
        try {
            ports.forEach(port -> sidecar.listen(engine, port, log));
            resolvable.forEach(alias -> sidecar.listen(engine, alias, log));
        } catch (RuntimeException e) {
            sidecar.close();
            throw e;
        }
        return sidecar;
    }

    /** {@return where the load balancer's connections come from, so that the sidecars know it} */
    public Origin loadBalancerOrigin() {
        return state.loadBalancerOrigin();
    }

    /**
     * Changes which paths are open, for connections made from now on.
     *
     * @param groups the rules
     */
    public void securityGroups(SecurityGroups groups) {
        state.securityGroups(groups);
    }

    /**
     * Injects a traffic fault from now on.
     *
     * @param fault which, and how
     * @return ends it
     */
    public Runnable injectTraffic(TrafficFault fault) {
        state.faults().add(fault);
        return () -> state.faults().remove(fault);
    }

    /** {@return what has been counted so far} */
    public MeshSnapshot counters() {
        return state.snapshot();
    }

    /** Ends all sidecars at once and writes what is left of the access logs. */
    @Override
    public void close() {
        engine.close();
        state.close();
    }
}
