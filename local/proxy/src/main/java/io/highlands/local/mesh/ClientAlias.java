// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

/**
 * An endpoint as its clients see it: a name and port that they call, and the discovery name behind it.
 *
 * @param dnsName the name that clients resolve
 * @param port the port that clients connect to
 * @param discoveryName the name under which hosts are registered
 * @param timeouts the timeouts that the endpoint's service declares
 */
public record ClientAlias(String dnsName, int port, String discoveryName, Timeouts timeouts) {}
