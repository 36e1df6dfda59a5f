// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

/**
 * The calls from one service to another as the callers' proxies counted them, summed over the caller's tasks, since the
 * start. A request may take several attempts.
 *
 * @param client the service that calls
 * @param server the service that is called, by its Service Connect discovery name
 * @param requests requests that clients made
 * @param attempts attempts that were made for them
 * @param retries attempts after the first one of a request
 * @param target2xx responses of the called process with status 2xx
 * @param target4xx the same with 4xx
 * @param target5xx the same with 5xx
 * @param proxy503 requests to which the proxy itself responded 503 in the end
 * @param proxy504 requests to which the proxy itself responded 504 in the end
 * @param timeouts attempts that a timeout ended
 * @param connectFailures attempts whose connection could not be made
 * @param ejections how often a host was ejected
 * @param meanMillis mean time until the first byte of a response of the called process, in milliseconds
 */
public record EdgeEntry(String client, String server, long requests, long attempts, long retries, long target2xx,
        long target4xx, long target5xx, long proxy503, long proxy504, long timeouts, long connectFailures,
        long ejections, double meanMillis) {}
