// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

/**
 * A target: where a task takes traffic.
 *
 * @param taskId the task
 * @param address the loopback address of the task's ingress
 * @param port the port
 */
public record Target(String taskId, String address, int port) {}
