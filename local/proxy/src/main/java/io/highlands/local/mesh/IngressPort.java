// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

/**
 * A container port that a task offers to the mesh: its sidecar listens there and passes on to the task's own process.
 *
 * @param portName the name of the port mapping
 * @param discoveryName the name under which the service is found
 * @param containerPort the port, on the sidecar's address as on the process's
 * @param timeouts the service's timeouts
 */
public record IngressPort(String portName, String discoveryName, int containerPort, Timeouts timeouts) {}
