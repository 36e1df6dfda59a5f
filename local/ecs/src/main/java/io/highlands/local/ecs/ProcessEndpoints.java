// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.net.InetSocketAddress;
import java.util.Set;
import java.util.stream.Collectors;

import io.highlands.local.mesh.Loopback;
import io.highlands.local.mesh.TaskEndpoints;
import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.PortMapping;
import io.highlands.local.template.TaskDefinitionSpec;

/**
 * The listeners of a task in which a process of this machine takes a container's place. Such a process may bind to any address,
 * all of them included, so that it listens on a port that no other task has, on 127.0.0.1. So does its proxy where the container
 * port is one that a user may not listen on.
 *
 * @param own the listeners that the task would have
 * @param ports where its processes listen
 * @param moved the container ports that are moved
 */
record ProcessEndpoints(TaskEndpoints own, TaskEndpoints ports, Set<Integer> moved) implements TaskEndpoints {

    /** Below, no user but root may listen, and an image may listen on any port. */
    private static final int FIRST_UNPRIVILEGED = 1024;

    static TaskEndpoints of(TaskEndpoints own, int slot, TaskDefinitionSpec task) {
        Set<Integer> moved = task.containers().stream().filter(ContainerSpec::isForeign)
                .flatMap(container -> container.ports().stream()).map(PortMapping::containerPort)
                .collect(Collectors.toUnmodifiableSet());
        return moved.isEmpty() || !own.haveAddresses()
                ? own
                : new ProcessEndpoints(own, Loopback.PORTS.endpoints(slot), moved);
    }

    @Override
    public boolean haveAddresses() {
        return own.haveAddresses();
    }

    @Override
    public InetSocketAddress ingress(int containerPort) {
        return moved.contains(containerPort) && containerPort < FIRST_UNPRIVILEGED
                ? ports.ingress(containerPort)
                : own.ingress(containerPort);
    }

    @Override
    public InetSocketAddress process(int containerPort) {
        return moved.contains(containerPort) ? ports.process(containerPort) : own.process(containerPort);
    }

    @Override
    public InetSocketAddress egress(int order, int aliasPort) {
        return own.egress(order, aliasPort);
    }
}
