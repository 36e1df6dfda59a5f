// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.overview;

import java.time.Instant;

import io.highlands.local.balancer.BalancerSnapshot;
import io.highlands.local.mesh.MeshSnapshot;

/**
 * The counters at a moment.
 *
 * @param at the moment
 * @param mesh the mesh's
 * @param balancer the load balancer's
 */
record Reading(Instant at, MeshSnapshot mesh, BalancerSnapshot balancer) {}
