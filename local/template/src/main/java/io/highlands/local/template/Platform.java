// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.util.List;

/**
 * All that one environment runs, read from its synthesized templates. Everything in it is resolved and checked: what AWS
 * would refuse is refused while it is read, before any process starts.
 *
 * @param environment name of the environment, for example {@code local}
 * @param region AWS Region that the templates are resolved for
 * @param account AWS account that the templates are resolved for
 * @param cluster name of the ECS cluster
 * @param namespace name of the Cloud Map namespace that is the cluster's Service Connect default, or null
 * @param services all services in the order in which CloudFormation creates them
 * @param loadBalancer the load balancer, or null when the environment has none
 * @param rules all ingress rules of all security groups
 * @param refreshes declared refreshes, in the order in which CloudFormation runs them
 * @param coverage what of the templates is run here and what is not
 */
public record Platform(String environment, String region, String account, String cluster, String namespace,
        List<ServiceSpec> services, LoadBalancerSpec loadBalancer, List<SecurityGroupRule> rules,
        List<RefreshSpec> refreshes, Coverage coverage) {

    /** Copies the lists. */
    public Platform {
        services = List.copyOf(services);
        rules = List.copyOf(rules);
        refreshes = List.copyOf(refreshes);
    }
}
