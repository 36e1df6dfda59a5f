// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.net.InetSocketAddress;

import io.highlands.local.mesh.TaskEndpoints;

/**
 * The listeners of a task whose process is an attached one: the proxy's are the task's own, the container port is where the
 * process listens.
 *
 * @param own the listeners that the task would have
 * @param attached the process
 */
record AttachedEndpoints(TaskEndpoints own, AttachedProcess attached) implements TaskEndpoints {

    @Override
    public boolean haveAddresses() {
        return own.haveAddresses();
    }

    @Override
    public InetSocketAddress ingress(int containerPort) {
        return own.ingress(containerPort);
    }

    @Override
    public InetSocketAddress process(int containerPort) {
        return containerPort == attached.containerPort() ? attached.address() : own.process(containerPort);
    }

    @Override
    public InetSocketAddress egress(int order, int aliasPort) {
        return own.egress(order, aliasPort);
    }
}
