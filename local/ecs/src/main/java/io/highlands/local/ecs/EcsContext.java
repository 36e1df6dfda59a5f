// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import io.highlands.local.mesh.TaskEndpoints;
import io.highlands.local.mesh.TaskIdentity;
import io.highlands.local.template.ServiceSpec;

/**
 * What all services of a platform share.
 *
 * @param cluster name of the cluster
 * @param options how the platform is run
 * @param loop the scheduler's thread
 * @param network mesh and load balancer
 * @param images the images that tasks run
 * @param slots the tasks' address slots
 */
record EcsContext(String cluster, EcsOptions options, Loop loop, Network network, ImageStore images, Slots slots) {

    TaskIdentity identity(int slot, ServiceSpec service, Deployment deployment) {
        TaskEndpoints own = options.loopback().endpoints(slot);
        return new TaskIdentity(slot, TaskIds.next(), service.name(), cluster, service.securityGroups(),
                deployment.attached().<TaskEndpoints>map(process -> new AttachedEndpoints(own, process))
                        .orElseGet(() -> ProcessEndpoints.of(own, slot, service.taskDefinition())));
    }

    ContainerSite site(Deployment deployment, TaskIdentity identity, TaskFolder folder) {
        return new ContainerSite(loop, deployment.spec().taskDefinition(), deployment.images(), identity, folder,
                options.javaHome(),
                options.logs(), options.aws(), options.traced(), deployment.resolvable(),
                deployment.attached());
    }
}
