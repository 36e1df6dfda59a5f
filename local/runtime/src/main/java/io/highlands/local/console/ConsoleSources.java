// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.util.function.Supplier;

import io.highlands.local.balancer.BalancerSnapshot;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.dashboards.BoardData;
import io.highlands.local.cloudwatch.dashboards.DashboardService;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.logs.LogService;
import io.highlands.local.mesh.MeshSnapshot;

/**
 * What the console shows.
 *
 * @param dashboards the boards
 * @param widgets finds what widgets show
 * @param alarms the alarms
 * @param logs the log groups
 * @param cluster what runs now
 * @param mesh the mesh's counters
 * @param balancer the load balancer's counters
 */
public record ConsoleSources(DashboardService dashboards, BoardData widgets, AlarmService alarms, LogService logs,
        Supplier<ClusterSnapshot> cluster, Supplier<MeshSnapshot> mesh, Supplier<BalancerSnapshot> balancer) {}
