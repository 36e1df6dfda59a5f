// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.util.List;

import io.highlands.local.forward.StatusClasses;

/**
 * What the load balancer has counted since it started, under AWS's names where it has one. Health checks are not counted.
 *
 * @param requests RequestCount: requests for which a target was chosen
 * @param elb answers that the load balancer made itself, by class: HTTPCode_ELB_4XX_Count, HTTPCode_ELB_5XX_Count
 * @param elb500 HTTPCode_ELB_500_Count
 * @param elb502 HTTPCode_ELB_502_Count
 * @param elb503 HTTPCode_ELB_503_Count
 * @param elb504 HTTPCode_ELB_504_Count
 * @param fixedResponses HTTP_Fixed_Response_Count
 * @param redirects HTTP_Redirect_Count
 * @param droppedHeaders DroppedInvalidHeaderRequestCount
 * @param rejectedConnections RejectedConnectionCount
 * @param newConnections NewConnectionCount, from clients and to targets
 * @param activeConnections ActiveConnectionCount, from clients and to targets
 * @param processedBytes ProcessedBytes, bodies only
 * @param targetGroups the same for each target group
 */
public record BalancerSnapshot(long requests, StatusClasses elb, long elb500, long elb502, long elb503, long elb504,
        long fixedResponses, long redirects, long droppedHeaders, long rejectedConnections, long newConnections,
        long activeConnections, long processedBytes, List<TargetGroupCounters> targetGroups) {}
