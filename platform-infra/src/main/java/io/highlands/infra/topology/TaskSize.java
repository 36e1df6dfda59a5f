// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

/**
 * Size of a Fargate task, shared by the application, the mesh's proxy and the tracing sidecar.
 *
 * @param cpu
 *            CPU units, 1024 are one core
 * @param memory
 *            MiB
 */
public record TaskSize(int cpu, int memory) {}
