// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.ServiceSpec;

/**
 * A process that somebody else started on this machine, such as an IDE, and that takes the place of a container's.
 *
 * @param container the container's name
 * @param containerPort the port on which mesh and load balancer reach the container, as the template says
 * @param port where the process listens for that on 127.0.0.1
 */
record AttachedProcess(String container, int containerPort, int port) {

    /**
     * The process in the place of a service's container.
     *
     * @throws EcsException when the service has no port, or several: one process could not listen for all
     */
    static AttachedProcess of(ServiceSpec service, int port) {
        Set<Integer> ports = new TreeSet<>();
        service.serviceConnect().services().forEach(endpoint -> ports.add(endpoint.containerPort()));
        service.targets().forEach(target -> ports.add(target.containerPort()));
        if (ports.size() != 1) {
            throw new EcsException(service.source() + ": mesh and load balancer reach " + service.name() + " on "
                    + (ports.isEmpty()
                            ? "no port"
                            : "ports " + ports.stream().map(Object::toString).collect(Collectors.joining(", ")))
                    + "; allowed for a process that takes its place: one port");
        }
        int containerPort = ports.iterator().next();
        return service.taskDefinition().containers().stream().filter(container -> listens(container, containerPort))
                .findFirst().map(container -> new AttachedProcess(container.name(), containerPort, port))
                .orElseThrow(() -> new EcsException(service.source() + ": no container of " + service.name()
                        + " has a port mapping for port " + containerPort));
    }

    private static boolean listens(ContainerSpec container, int port) {
        return container.ports().stream().anyMatch(mapping -> Objects.equals(mapping.containerPort(), port));
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port);
    }
}
