// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.net.InetSocketAddress;
import java.util.Map;

/**
 * A target: where a task takes traffic.
 *
 * @param taskId the task
 * @param address the address by which the target is named
 * @param port the port that the target group has for it
 * @param elsewhere where ports of the target really are, for those that are not at its address
 */
public record Target(String taskId, String address, int port, Map<Integer, InetSocketAddress> elsewhere) {

    /** Copies the map. */
    public Target {
        elsewhere = Map.copyOf(elsewhere);
    }

    /**
     * A target that listens at its address.
     *
     * @param taskId the task
     * @param address the loopback address of the task's ingress
     * @param port the port
     */
    public Target(String taskId, String address, int port) {
        this(taskId, address, port, Map.of());
    }

    /** {@return where a port of the target is on this machine} */
    InetSocketAddress listener(int of) {
        InetSocketAddress moved = elsewhere.get(of);
        return moved == null ? new InetSocketAddress(address, of) : moved;
    }
}
