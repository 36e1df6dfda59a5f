// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import io.highlands.local.forward.Latencies;
import io.highlands.local.forward.StatusClasses;

/**
 * What has been counted for a target group since the start, under AWS's names where it has one.
 *
 * @param id the target group's id
 * @param name its name
 * @param requests RequestCount
 * @param target HTTPCode_Target_2XX_Count and its siblings
 * @param failedHere responses of 5xx that the load balancer made itself to these requests; AWS counts them for the load
 *        balancer alone
 * @param connectionErrors TargetConnectionErrorCount
 * @param unhealthyRouting UnhealthyRoutingRequestCount: requests sent although no target was healthy
 * @param healthyHosts HealthyHostCount, now
 * @param unhealthyHosts UnHealthyHostCount, now
 * @param responseTime TargetResponseTime
 */
public record TargetGroupCounters(String id, String name, long requests, StatusClasses target, long failedHere,
        long connectionErrors,
        long unhealthyRouting, long healthyHosts, long unhealthyHosts, Latencies responseTime) {}
