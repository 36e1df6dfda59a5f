// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

import java.util.List;

import static io.highlands.telemetry.Dimension.CLUSTER_NAME;
import static io.highlands.telemetry.Dimension.CONTAINER_NAME;
import static io.highlands.telemetry.Dimension.SERVICE_NAME;

/**
 * What Container Insights with enhanced observability publishes, every minute (Amazon CloudWatch user guide,
 * Container-Insights-enhanced-observability-metrics-ECS).
 */
public final class ContainerMetrics {

    /** Tasks that run. */
    public static final Metric RUNNING_TASKS = service("RunningTaskCount", Unit.COUNT, "tasks that run");
    /** Tasks that are wanted. */
    public static final Metric DESIRED_TASKS = service("DesiredTaskCount", Unit.COUNT, "tasks that are wanted");
    /** Tasks that start. */
    public static final Metric PENDING_TASKS = service("PendingTaskCount", Unit.COUNT, "tasks that start");
    /** Deployments in progress. */
    public static final Metric DEPLOYMENTS = service("DeploymentCount", Unit.COUNT,
            "deployments of the service: 1 at rest, more while one replaces another");
    /** Processor of a service's tasks. */
    public static final Metric CPU_USED = service("CpuUtilized", Unit.NONE, "processor used, in units of 1/1024");
    /** Processor reserved. */
    public static final Metric CPU_RESERVED = service("CpuReserved", Unit.NONE,
            "processor reserved, in units of 1/1024");
    /** Memory of a service's tasks. */
    public static final Metric MEMORY_USED = service("MemoryUtilized", Unit.MEGABYTES, "memory used");
    /** Memory reserved. */
    public static final Metric MEMORY_RESERVED = service("MemoryReserved", Unit.MEGABYTES, "memory reserved");
    /** Bytes received. */
    public static final Metric NETWORK_IN = service("NetworkRxBytes", Unit.BYTES_PER_SECOND, "bytes received");
    /** Bytes sent. */
    public static final Metric NETWORK_OUT = service("NetworkTxBytes", Unit.BYTES_PER_SECOND, "bytes sent");
    /** Processor of a task. */
    public static final Metric TASK_CPU = service("TaskCpuUtilization", Unit.PERCENT,
            "processor used, of what each task has");
    /** Memory of a task. */
    public static final Metric TASK_MEMORY = service("TaskMemoryUtilization", Unit.PERCENT,
            "memory used, of what each task has");
    /** Processor of a container. */
    public static final Metric CONTAINER_CPU = container("ContainerCpuUtilization", Unit.PERCENT,
            "processor used by a container, of what it may use");
    /** Memory of a container. */
    public static final Metric CONTAINER_MEMORY = container("ContainerMemoryUtilization", Unit.PERCENT,
            "memory used by a container, of what it may use");
    /** Processor of a container, absolute. */
    public static final Metric CONTAINER_CPU_USED = container("ContainerCpuUtilized", Unit.NONE,
            "processor used by a container, in units of 1/1024");
    /** Memory of a container, absolute. */
    public static final Metric CONTAINER_MEMORY_USED = container("ContainerMemoryUtilized", Unit.MEGABYTES,
            "memory used by a container");
    /** Restarts of a container. */
    public static final Metric RESTARTS = container("RestartCount", Unit.COUNT,
            "restarts of a container within its task; only with a restart policy");
    /** Whether a container is unhealthy. */
    public static final Metric UNHEALTHY = container("UnHealthyContainerHealthStatus", Unit.COUNT,
            "1 while a container is unhealthy, else 0; only with a health check");

    private ContainerMetrics() {
    }

    /** All of them, in the order of the reference page. */
    public static List<Metric> all() {
        return List.of(RUNNING_TASKS, DESIRED_TASKS, PENDING_TASKS, DEPLOYMENTS, CPU_USED, CPU_RESERVED, MEMORY_USED,
                MEMORY_RESERVED, NETWORK_IN, NETWORK_OUT, TASK_CPU, TASK_MEMORY, CONTAINER_CPU, CONTAINER_MEMORY,
                CONTAINER_CPU_USED, CONTAINER_MEMORY_USED, RESTARTS, UNHEALTHY);
    }

    private static Metric service(String name, Unit unit, String meaning) {
        return Metric.of(Source.CONTAINER_INSIGHTS, name, unit, Kind.GAUGE, meaning, CLUSTER_NAME, SERVICE_NAME);
    }

    private static Metric container(String name, Unit unit, String meaning) {
        return Metric.of(Source.CONTAINER_INSIGHTS, name, unit, Kind.GAUGE, meaning, CLUSTER_NAME, SERVICE_NAME,
                CONTAINER_NAME);
    }
}
