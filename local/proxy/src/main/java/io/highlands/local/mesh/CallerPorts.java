// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.highlands.local.forward.Origin;

/**
 * Whose the source ports of connections within the mesh are, where all of them come from 127.0.0.1. A port is known from before
 * its connection is made until it has ended, so that the other end knows its peer from the first byte on.
 */
final class CallerPorts {

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(Loopback.ONLY, 0);

    private final Map<Integer, Caller> callers = new ConcurrentHashMap<>();

    /** {@return whose a connection is, or null when it is nobody's of the mesh; the same port of another address is another one} */
    TaskIdentity at(InetSocketAddress source) {
        Caller caller = ANY_PORT.getAddress().equals(source.getAddress()) ? callers.get(source.getPort()) : null;
        return caller == null ? null : caller.task;
    }

    /** {@return where the connections of a task, or of the load balancer, come from} */
    Origin origin(TaskIdentity task) {
        return new PortOrigin(this, task);
    }

    private record PortOrigin(CallerPorts ports, TaskIdentity task) implements Origin {

        @Override
        public InetSocketAddress address() {
            return ANY_PORT;
        }

        @Override
        public SourcePort next() {
            return new Caller(ports.callers, task);
        }
    }

    /** One connection. When the system has given its port to the next one already, its end takes nothing from that. */
    private static final class Caller implements Origin.SourcePort {

        private final Map<Integer, Caller> callers;
        private final TaskIdentity task;
        private volatile int port;

        private Caller(Map<Integer, Caller> callers, TaskIdentity task) {
            this.callers = callers;
            this.task = task;
        }

        @Override
        public void bound(int source) {
            port = source;
            callers.put(source, this);
        }

        @Override
        public void closed() {
            callers.remove(port, this);
        }
    }
}
