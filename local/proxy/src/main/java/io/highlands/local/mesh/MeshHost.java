// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

/**
 * A host behind a discovery name: a task's ingress.
 *
 * @param task the task
 * @param port the container port that its sidecar listens on
 */
public record MeshHost(TaskIdentity task, int port) {}
