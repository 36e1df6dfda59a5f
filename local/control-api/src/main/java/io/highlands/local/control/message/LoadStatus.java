// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

/**
 * The requests that the platform sends to its own load balancer.
 *
 * @param perSecond requests a second now; 0 when none are sent
 * @param sent requests that were sent since the start
 * @param good of those, responses with status 200
 * @param failed of those, other responses and requests without a response
 * @param skipped requests that were not sent because too many had no response yet
 */
public record LoadStatus(double perSecond, long sent, long good, long failed, long skipped) {}
