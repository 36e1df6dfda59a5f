// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.util.function.Supplier;

import io.highlands.local.balancer.BalancerSnapshot;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.mesh.MeshSnapshot;
import io.highlands.local.template.Platform;

/**
 * What happened, as the running parts tell it. Counters are since the start.
 *
 * @param platform what was declared
 * @param cluster services and tasks now
 * @param mesh the mesh's counters
 * @param balancer the load balancer's counters; gives null when there is no load balancer
 */
public record PublishSources(Supplier<Platform> platform, Supplier<ClusterSnapshot> cluster,
        Supplier<MeshSnapshot> mesh, Supplier<BalancerSnapshot> balancer) {}
