// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.resource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import software.amazon.awscdk.services.ecs.Secret;

import io.highlands.dashboards.cloudwatch.MonitoredResource;
import io.highlands.infra.topology.AllowStatement;

/**
 * What the service of a resource needs of it.
 *
 * @param environment
 *            variables of its container
 * @param secrets
 *            variables whose values ECS reads when a task starts
 * @param statements
 *            what its task role may do, with the resource alone
 * @param monitored
 *            what is drawn of it, and when somebody is told; empty where AWS publishes nothing of it
 */
public record ProvisionedResource(Map<String, String> environment, Map<String, Secret> secrets,
        List<AllowStatement> statements, Optional<MonitoredResource> monitored) {

    public ProvisionedResource {
        environment = Map.copyOf(environment);
        secrets = Map.copyOf(secrets);
        statements = List.copyOf(statements);
    }
}
