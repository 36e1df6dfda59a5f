// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

/**
 * One ingress rule of a security group, for TCP.
 *
 * @param group the id of the group that is opened
 * @param sourceGroupOrNull the group that may connect, or null when the rule names addresses
 * @param cidrOrNull the addresses that may connect, or null when the rule names a group
 * @param from the first port
 * @param to the last port
 */
public record IngressRule(String group, String sourceGroupOrNull, String cidrOrNull, int from, int to) {}
