// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import io.highlands.local.forward.Latencies;
import io.highlands.local.forward.StatusClasses;

/**
 * The ingress side of one service, summed over its tasks, since the start: what mesh clients and the load balancer sent.
 *
 * @param cluster the cluster
 * @param service the service that answers: AWS's ServiceName of the inbound metrics
 * @param discoveryName its discovery name: AWS's DiscoveryName
 * @param hosts how many tasks take traffic now; RequestCountPerTarget is requests divided by it
 * @param requests requests that arrived: RequestCount
 * @param app answers of the service's own process, by class
 * @param proxy503 requests that the ingress answered itself with 503: the process refused or reset the connection
 * @param proxy504 requests that the ingress answered itself with 504
 * @param denied connections closed without an answer, because no security group allows them or nobody knows the peer
 * @param bytesReceived request body bytes
 * @param bytesSent response body bytes: with the former AWS's ProcessedBytes
 * @param newConnections connections accepted: NewConnectionCount
 * @param activeConnections connections that are open now: ActiveConnectionCount
 * @param responseTime time until the first byte of the process's answer
 */
public record ServerCounters(String cluster, String service, String discoveryName, long hosts, long requests,
        StatusClasses app, long proxy503, long proxy504, long denied, long bytesReceived, long bytesSent,
        long newConnections, long activeConnections, Latencies responseTime) {}
