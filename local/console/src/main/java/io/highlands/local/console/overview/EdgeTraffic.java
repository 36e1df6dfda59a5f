// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.overview;

/**
 * What passed over one edge lately.
 *
 * @param from the calling service; empty for the load balancer
 * @param to the service that was called
 * @param perSecond requests in a second
 * @param errorShare part of the requests that ended with a 5xx, whoever made it; 0 to 1
 * @param meanMillis mean time until the target's first byte; NaN without an answer
 * @param retries attempts after the first one of a request
 * @param proxyErrors 503 and 504 that a proxy (or the load balancer) made itself
 * @param requests how many requests
 */
public record EdgeTraffic(String from, String to, double perSecond, double errorShare, double meanMillis, long retries,
        long proxyErrors, long requests) {

    boolean idle() {
        return requests == 0;
    }

    boolean failing() {
        return errorShare >= 0.01;
    }
}
