// SPDX-License-Identifier: Apache-2.0
/**
 * The ECS of local mode: services, deployments, tasks, and containers as processes. It turns the template's records into
 * running tasks and registers them in mesh and load balancer; it knows nothing of the command line.
 */
package io.highlands.local.ecs;
