// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.resource;

import java.util.Optional;

import io.highlands.infra.topology.ResourceType;

/**
 * A type of resource with the options that a service declares: what AWS holds, what the service is told and may do,
 * what is drawn and when somebody is told. What stands for it on one machine is for local mode to say.
 */
public interface ServiceResource extends ResourceType {

    /**
     * Adds the resource to its stack.
     *
     * @param scope
     *            where, for whom, and what the environment says of data
     * @return what the service's task and the dashboards need of it
     */
    ProvisionedResource provision(ResourceScope scope);

    /**
     * The service of AWS whose gateway endpoint in the VPC leads tasks to the resource past the NAT gateways, at no cost.
     *
     * @return such as {@code dynamodb}; empty where there is none, or where the VPC has it anyway, as that of S3
     */
    default Optional<String> gateway() {
        return Optional.empty();
    }
}
