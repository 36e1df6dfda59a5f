// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

/**
 * The body of {@code POST /load}, which changes the load that the platform sends to its own load balancer.
 *
 * @param perSecond requests a second; 0 is none
 */
public record LoadRequest(double perSecond) {}
