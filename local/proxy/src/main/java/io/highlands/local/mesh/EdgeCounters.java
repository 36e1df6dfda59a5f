// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import io.highlands.local.forward.Latencies;
import io.highlands.local.forward.StatusClasses;

/**
 * The egress side of one edge, summed over the client's tasks, since the start. The sum of {@code target} is AWS's count of
 * requests on the edge: answers that the target's own process gave, retried ones among them.
 *
 * @param cluster the cluster of the client
 * @param client the service that calls: AWS's ServiceName of the target-side metrics
 * @param discoveryName the service that is called: AWS's TargetDiscoveryName
 * @param requests requests that clients made
 * @param attempts attempts that were made for them
 * @param retries attempts after the first one of a request
 * @param target answers of the target's own process, by class: HTTPCode_Target_2XX_Count and its siblings
 * @param proxy503 requests that a proxy answered with 503 in the end: no host, refused, reset, unreachable
 * @param proxy504 requests that a proxy answered with 504 in the end
 * @param timeouts attempts that a timeout ended
 * @param connectFailures attempts whose connection could not be made: refused, or no path
 * @param ejections how often a host was ejected
 * @param bytesToTarget request body bytes sent
 * @param bytesFromTarget response body bytes received: with the former AWS's TargetProcessedBytes
 * @param newConnections connections made to hosts
 * @param activeConnections connections to hosts that are open now
 * @param responseTime time until the first byte of an answer of the target: TargetResponseTime
 */
public record EdgeCounters(String cluster, String client, String discoveryName, long requests, long attempts,
        long retries, StatusClasses target, long proxy503, long proxy504, long timeouts, long connectFailures,
        long ejections, long bytesToTarget, long bytesFromTarget, long newConnections, long activeConnections,
        Latencies responseTime) {}
