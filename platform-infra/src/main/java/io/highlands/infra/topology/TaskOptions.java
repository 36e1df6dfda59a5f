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
 */
public record TaskOptions(Map<String, String> environment, Map<String, SecretReference> secrets,
        List<AllowStatement> statements) {

    /** Nothing beyond. */
    public static final TaskOptions NONE = new TaskOptions(Map.of(), Map.of(), List.of());

    public TaskOptions {
        environment = new LinkedHashMap<>(environment);
        secrets = new LinkedHashMap<>(secrets);
        statements = List.copyOf(statements);
    }
}
