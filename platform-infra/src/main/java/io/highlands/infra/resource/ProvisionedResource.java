// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.resource;

import java.util.List;
import java.util.Map;

import software.amazon.awscdk.services.ecs.Secret;

import io.highlands.dashboards.cloudwatch.MonitoredResource;

/**
 * What the service of a resource needs of it.
 *
 * @param environment
 *            variables of its container
 * @param secrets
 *            variables whose values ECS reads when a task starts
 * @param actions
 *            what its task role may do, all of it with the resource alone
 * @param arn
 *            the resource, for {@code actions}
 * @param monitored
 *            what is drawn of it, and when somebody is told
 */
public record ProvisionedResource(Map<String, String> environment, Map<String, Secret> secrets, List<String> actions,
        String arn, MonitoredResource monitored) {

    public ProvisionedResource {
        environment = Map.copyOf(environment);
        secrets = Map.copyOf(secrets);
        actions = List.copyOf(actions);
    }
}
