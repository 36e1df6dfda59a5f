// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.net.InetSocketAddress;
import java.util.Objects;

/**
 * Where one attempt goes: from a source address to a target. Two routes with the same addresses share their connections.
 */
public final class UpstreamRoute {

    private final String id;
    private final InetSocketAddress source;
    private final InetSocketAddress target;
    private final String label;
    private final Connections connections;
    private final int hash;

    /** Hears of the connections of a route. */
    public interface Connections {

        /** Listens to none. */
        Connections UNCOUNTED = new Connections() {
        };

        /** A connection was made. */
        default void opened() {
        }

        /** A connection has ended. */
        default void closed() {
        }
    }

    /**
     * @param id whose route it is: the id of the task that listens
     * @param sourceAddress the loopback address that connections come from
     * @param targetAddress the loopback address that connections go to
     * @param port the port that connections go to
     * @param connections hears of the connections
     */
    public UpstreamRoute(String id, String sourceAddress, String targetAddress, int port, Connections connections) {
        this.id = id;
        this.connections = connections;
        this.source = new InetSocketAddress(sourceAddress, 0);
        this.target = new InetSocketAddress(targetAddress, port);
        this.label = targetAddress + ":" + port;
        this.hash = Objects.hash(source, target);
    }

    /** {@return whose route it is} */
    public String id() {
        return id;
    }

    /** {@return address and port of the target, as logs show them} */
    public String label() {
        return label;
    }

    InetSocketAddress source() {
        return source;
    }

    Connections connections() {
        return connections;
    }

    InetSocketAddress target() {
        return target;
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof UpstreamRoute route && target.equals(route.target) && source.equals(route.source);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return source.getHostString() + " -> " + label;
    }
}
