// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * An {@code AWS::ECS::Service}.
 *
 * @param source where it is declared
 * @param name the service's name
 * @param desiredCount number of tasks wanted; default 1
 * @param minimumHealthyPercent lower bound of running tasks during a deployment, in percent of the desired count;
 * default 100
 * @param maximumPercent upper bound of running and starting tasks during a deployment, in percent of the desired count;
 * default 200
 * @param circuitBreaker whether a deployment that cannot start its tasks is given up
 * @param rollback whether a given-up deployment goes back to the last completed one
 * @param healthCheckGracePeriod how long failed target and container health checks of a new task are overlooked;
 * default zero
 * @param securityGroups ids of the tasks' security groups
 * @param taskDefinition what each task runs
 * @param serviceConnect Service Connect as server and client; not null, see {@link ServiceConnectSpec#enabled()}
 * @param targets target groups that each task is registered in
 */
public record ServiceSpec(Source source, String name, int desiredCount, int minimumHealthyPercent, int maximumPercent,
        boolean circuitBreaker, boolean rollback, Duration healthCheckGracePeriod, Set<String> securityGroups,
        TaskDefinitionSpec taskDefinition, ServiceConnectSpec serviceConnect, List<TargetRegistration> targets) {

    /** Copies the collections. */
    public ServiceSpec {
        securityGroups = Ordered.set(securityGroups);
        targets = List.copyOf(targets);
    }

    /**
     * The same service with other tasks.
     *
     * @param other what each task runs
     * @return the changed service
     */
    public ServiceSpec with(TaskDefinitionSpec other) {
        return new ServiceSpec(source, name, desiredCount, minimumHealthyPercent, maximumPercent, circuitBreaker,
                rollback, healthCheckGracePeriod, securityGroups, other, serviceConnect, targets);
    }
}
