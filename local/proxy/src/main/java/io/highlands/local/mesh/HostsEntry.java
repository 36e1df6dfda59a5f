// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

/**
 * A line of the hosts file of one task.
 *
 * @param address the loopback address of the task's egress for the name
 * @param name the name that the task resolves
 */
public record HostsEntry(String address, String name) {}
