// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.net.InetSocketAddress;
import java.util.Objects;

/**
 * Where one attempt goes: from a source address to a target. Two routes with the same addresses share their connections.
 */
public final class UpstreamRoute {

    private final String id;
    private final Origin origin;
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
     * A route whose target is shown as what it is.
     *
     * @param id whose route it is: the id of the task that listens
     * @param sourceAddress the loopback address that connections come from
     * @param targetAddress the loopback address that connections go to
     * @param port the port that connections go to
     * @param connections hears of the connections
     */
    public UpstreamRoute(String id, String sourceAddress, String targetAddress, int port, Connections connections) {
        this(id, Origin.at(sourceAddress), new InetSocketAddress(targetAddress, port), targetAddress + ":" + port,
                connections);
    }

    /**
     * @param id whose route it is: the id of the task that listens
     * @param origin where connections come from
     * @param target where connections go to
     * @param label address and port of the target, as logs show them
     * @param connections hears of the connections
     */
    public UpstreamRoute(String id, Origin origin, InetSocketAddress target, String label, Connections connections) {
        this.id = id;
        this.origin = origin;
        this.target = target;
        this.label = label;
        this.connections = connections;
        this.hash = Objects.hash(origin, target);
    }

    /** {@return whose route it is} */
    public String id() {
        return id;
    }

    /** {@return address and port of the target, as logs show them} */
    public String label() {
        return label;
    }

    Origin origin() {
        return origin;
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
                || other instanceof UpstreamRoute route && target.equals(route.target) && origin.equals(route.origin);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return origin.address().getHostString() + " -> " + label;
    }
}
