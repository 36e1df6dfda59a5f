// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import io.highlands.local.mesh.TaskIdentity;
import io.highlands.local.template.ServiceSpec;

/**
 * What all services of a platform share.
 *
 * @param cluster name of the cluster
 * @param options how the platform is run
 * @param loop the scheduler's thread
 * @param network mesh and load balancer
 * @param images where images are found
 * @param slots the tasks' address slots
 */
record Surroundings(String cluster, EcsOptions options, Loop loop, Network network, Images images, Slots slots) {

    ContainerSite site(ServiceSpec service, TaskIdentity identity, TaskFolder folder) {
        return new ContainerSite(loop, service.taskDefinition(), images, identity, folder, options.javaHome(),
                options.logs(), options.aws(), options.traced());
    }
}
