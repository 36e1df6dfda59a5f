// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

/**
 * An ingress rule of a security group. Either {@code sourceGroupId} or {@code cidr} is null.
 *
 * @param source where it is declared
 * @param groupId the group that lets in
 * @param sourceGroupId the group that is let in, or null
 * @param cidr the address range that is let in, or null
 * @param fromPort first port
 * @param toPort last port
 * @param protocol {@code tcp}, {@code udp}, {@code icmp} or {@code -1} for all
 */
public record SecurityGroupRule(Source source, String groupId, String sourceGroupId, String cidr, int fromPort,
        int toPort, String protocol) {}
