// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.time.Duration;

/**
 * How the mesh behaves.
 *
 * @param securityGroups which paths are open; others end in a connect timeout
 * @param loadBalancer the load balancer as a peer; see {@link TaskIdentity#loadBalancer}
 * @param connectTimeout how long connecting to a host may take, 1 second by default. AWS states none; Envoy's own default
 *            of 5 seconds times three attempts would outlast every deadline here and hide the 503 behind a 504
 * @param replayLimit the largest request body in bytes that is kept for a retry, 64 KiB by default; a request with a
 *            larger one is streamed and gets one attempt
 * @param maxHeader the largest header of a request or a response in bytes, 60 KiB by default as Envoy's; a larger one is
 *            refused
 * @param maxBody the largest request body in bytes, 1 GiB by default; Envoy has no such limit
 * @param ioThreads how many threads move bytes, 2 by default
 */
public record MeshOptions(SecurityGroups securityGroups, TaskIdentity loadBalancer, Duration connectTimeout,
        int replayLimit, int maxHeader, long maxBody, int ioThreads) {

    /**
     * @param securityGroups which paths are open
     * @param loadBalancer the load balancer as a peer
     */
    public MeshOptions(SecurityGroups securityGroups, TaskIdentity loadBalancer) {
        this(securityGroups, loadBalancer, Duration.ofSeconds(1), 64 * 1024, 60 * 1024, 1L << 30, 2);
    }

    /**
     * {@return the same options with another connect timeout}
     *
     * @param timeout how long connecting to a host may take
     */
    public MeshOptions withConnectTimeout(Duration timeout) {
        return new MeshOptions(securityGroups, loadBalancer, timeout, replayLimit, maxHeader, maxBody, ioThreads);
    }
}
