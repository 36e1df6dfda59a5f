// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the task of one service has beyond what the platform gives each of them.
 *
 * @param environment
 *            environment variables of its container, none of which the platform sets itself
 * @param secrets
 *            environment variables whose values ECS reads when a task starts
 * @param statements
 *            what the service may do in AWS besides publishing its metrics
 * @param resources
 *            databases, queues and the like that are made for it
 */
public record TaskOptions(Map<String, String> environment, Map<String, SecretReference> secrets,
        List<AllowStatement> statements, List<ResourceSpec> resources) {

    /** Nothing beyond. */
    public static final TaskOptions NONE = new TaskOptions(Map.of(), Map.of(), List.of(), List.of());

    public TaskOptions {
        environment = new LinkedHashMap<>(environment);
        secrets = new LinkedHashMap<>(secrets);
        statements = List.copyOf(statements);
        resources = List.copyOf(resources);
    }

    /** Whether the service has no other resource of the type of this one. */
    public boolean isOnlyOfItsType(ResourceSpec resource) {
        return resources.stream().filter(other -> other.type().word().equals(resource.type().word())).count() == 1;
    }

    /** The variables by which the service finds that resource. */
    List<String> variables(ResourceSpec resource) {
        return resource.type().variables(resource.variablePrefix(), isOnlyOfItsType(resource));
    }
}
