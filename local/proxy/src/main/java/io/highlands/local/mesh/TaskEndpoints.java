// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.net.InetSocketAddress;

/** Where the listeners of one task are on this machine. The same question has the same response as long as the task lives. */
public interface TaskEndpoints {

    /** {@return whether the task has loopback addresses of its own, so that a connection's source says whose it is} */
    boolean haveAddresses();

    /**
     * {@return where the task's sidecar takes what the mesh sends to a container port}
     *
     * @param containerPort the port that the template says
     * @throws io.highlands.local.forward.ForwardException when the task has no free port left
     */
    InetSocketAddress ingress(int containerPort);

    /**
     * {@return where the task's own process listens for a container port}
     *
     * @param containerPort the port that the template says
     * @throws io.highlands.local.forward.ForwardException when the task has no free port left
     */
    InetSocketAddress process(int containerPort);

    /**
     * {@return where the task's sidecar takes what the task sends to an alias}
     *
     * @param order the alias's place among those that the task resolves, counted from 1
     * @param aliasPort the port that the template says
     * @throws io.highlands.local.forward.ForwardException when the task has no free port left
     */
    InetSocketAddress egress(int order, int aliasPort);
}
