// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.Dependency;
import io.highlands.local.template.Dependency.Condition;
import io.highlands.local.template.PortMapping;
import io.highlands.local.template.cloudformation.Properties;

/** What ECS demands of the containers of a task definition together. */
final class ContainerRules {

    private final Properties definition;
    private final Map<String, ContainerSpec> byName;

    private ContainerRules(Properties definition, Map<String, ContainerSpec> byName) {
        this.definition = definition;
        this.byName = byName;
    }

    static void check(Properties definition, List<ContainerSpec> containers) {
        Map<String, ContainerSpec> byName = new LinkedHashMap<>();
        Set<String> ports = new HashSet<>();
        Set<String> portNames = new HashSet<>();
        for (int i = 0; i < containers.size(); i++) {
            ContainerSpec container = containers.get(i);
            String path = "ContainerDefinitions[" + i + "]";
            if (byName.put(container.name(), container) != null) {
                throw definition.error(path + ".Name", "'" + container.name() + "' is there twice");
            }
            for (PortMapping port : container.ports()) {
                if (!ports.add(port.containerPort() + "/" + port.protocol())) {
                    throw definition.error(path + ".PortMappings", port.containerPort() + "/" + port.protocol()
                            + " is there twice; the containers of a task share one address");
                }
                if (port.name() != null && !portNames.add(port.name())) {
                    throw definition.error(path + ".PortMappings", "the name '" + port.name() + "' is there twice");
                }
            }
        }
        if (containers.stream().noneMatch(ContainerSpec::essential)) {
            throw definition.error("ContainerDefinitions", "no container is essential; at least one must be");
        }
        new ContainerRules(definition, byName).dependencies();
    }

    private void dependencies() {
        int index = 0;
        for (ContainerSpec container : byName.values()) {
            for (int i = 0; i < container.dependsOn().size(); i++) {
                check("ContainerDefinitions[" + index + "].DependsOn[" + i + "]", container.dependsOn().get(i));
            }
            circle("ContainerDefinitions[" + index + "].DependsOn", container.name(), container, new HashSet<>());
            index++;
        }
    }

    private void check(String path, Dependency dependency) {
        ContainerSpec other = byName.get(dependency.container());
        if (other == null) {
            throw definition.error(path + ".ContainerName", "'" + dependency.container()
                    + "' is not a container of the task definition; allowed: "
                    + byName.keySet().stream().collect(Collectors.joining(", ")));
        }
        if (dependency.condition() == Condition.HEALTHY && other.healthCheck() == null) {
            throw definition.error(path + ".Condition", "HEALTHY needs a health check, which container '"
                    + other.name() + "' does not have");
        }
        boolean ends = dependency.condition() == Condition.COMPLETE || dependency.condition() == Condition.SUCCESS;
        if (ends && other.essential()) {
            throw definition.error(path + ".Condition", dependency.condition() + " never comes, since container '"
                    + other.name() + "' is essential: the task stops when it ends; allowed: START, HEALTHY");
        }
    }

    private void circle(String path, String start, ContainerSpec container, Set<String> seen) {
        for (Dependency dependency : container.dependsOn()) {
            if (dependency.container().equals(start)) {
                throw definition.error(path, "container '" + start + "' waits for itself");
            }
            ContainerSpec other = byName.get(dependency.container());
            if (other != null && seen.add(other.name())) {
                circle(path, start, other, seen);
            }
        }
    }
}
