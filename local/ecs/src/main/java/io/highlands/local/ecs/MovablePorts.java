// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.Platform;
import io.highlands.local.template.PortMapping;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.TaskDefinitionSpec;

/** Whether each port of a platform's containers can be another one here, as it must where this machine has 127.0.0.1 alone. */
final class MovablePorts {

    private static final List<String> VARIABLES = List.of(ListenerVariables.BIND_ADDRESS, ListenerVariables.SERVER_PORT,
            ListenerVariables.MANAGEMENT_PORT);

    private MovablePorts() {
    }

    /**
     * Checks all containers.
     *
     * @param platform what would run
     * @param images its images, whose variables count too
     * @throws io.highlands.local.template.TemplateException in one line for a port that no variable names
     */
    static void check(Platform platform, Images images) {
        for (ServiceSpec service : platform.services()) {
            TaskDefinitionSpec task = service.taskDefinition();
            for (int i = 0; i < task.containers().size(); i++) {
                ContainerSpec container = task.containers().get(i);
                if (!container.isTracingSidecar() && !container.ports().isEmpty()) {
                    check(task, i, container, named(images.find(task, container), container));
                }
            }
        }
    }

    private static Set<Integer> named(Image image, ContainerSpec container) {
        Map<String, String> variables = new HashMap<>(image.environment());
        variables.putAll(container.environment());
        return VARIABLES.stream().map(name -> ListenerVariables.port(variables.get(name))).collect(Collectors.toSet());
    }

    private static void check(TaskDefinitionSpec task, int index, ContainerSpec container, Set<Integer> named) {
        for (PortMapping mapping : container.ports()) {
            if (mapping.protocol().equals("tcp") && !named.contains(mapping.containerPort())) {
                throw task.source().error("ContainerDefinitions[" + index + "].PortMappings", "port "
                        + mapping.containerPort()
                        + " is in none of the container's variables, so each task would take it, "
                        + "and this machine has 127.0.0.1 alone; allowed: the port of " + String.join(", ", VARIABLES));
            }
        }
    }
}
