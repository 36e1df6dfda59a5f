// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.highlands.local.cloudwatch.metrics.AwsMetrics;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.ecs.ContainerSnapshot;
import io.highlands.local.ecs.HealthStatus;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.ecs.TaskSnapshot;
import io.highlands.local.ecs.TaskStatus;
import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.Platform;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.TaskDefinitionSpec;

/**
 * ECS's metrics of services, tasks and containers: one sample per running task. Nothing is sent of a service without a
 * RUNNING task, not even how many tasks it should have.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html">Container
 *      Insights</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html">AWS/ECS</a>
 */
final class TaskMetrics {

    private static final String ECS = "AWS/ECS";
    private static final String INSIGHTS = "ECS/ContainerInsights";
    private static final double PERCENT = 100;

    private final TaskUsage usage = new TaskUsage();

    /**
     * Adds the cluster as it is.
     *
     * @param batch where it goes
     * @param cluster the cluster now
     * @param platform what its services were declared to be
     * @param now what time it is
     * @param period how much time a batch stands for
     */
    void add(Batch batch, ClusterSnapshot cluster, Platform platform, Instant now, Duration period) {
        usage.read(processes(cluster), now, period);
        Map<String, String> values = Map.of("ClusterName", cluster.cluster());
        insights(batch, "ServiceCount", values, cluster.services().size());
        insights(batch, "TaskCount", values, cluster.services().stream().mapToInt(ServiceSnapshot::running).sum());
        Set<String> running = running(cluster);
        for (ServiceSnapshot service : cluster.services()) {
            if (!running.contains(service.name())) {
                continue;
            }
            counts(batch, cluster, service);
            platform.services().stream().filter(spec -> spec.name().equals(service.name())).findFirst()
                    .ifPresent(spec -> tasks(batch, cluster, service, spec));
        }
    }

    /** {@return the services with at least one RUNNING task} */
    static Set<String> running(ClusterSnapshot cluster) {
        Set<String> names = new HashSet<>();
        cluster.services().stream().filter(service -> service.running() > 0)
                .forEach(service -> names.add(service.name()));
        return names;
    }

    private static Set<Long> processes(ClusterSnapshot cluster) {
        Set<Long> pids = new HashSet<>();
        cluster.services().forEach(service -> service.tasks().stream().filter(TaskMetrics::isRunning)
                .forEach(task -> task.containers().stream().map(ContainerSnapshot::pid).filter(pid -> pid > 0)
                        .forEach(pids::add)));
        return pids;
    }

    private static boolean isRunning(TaskSnapshot task) {
        return task.lastStatus() == TaskStatus.RUNNING;
    }

    private static void counts(Batch batch, ClusterSnapshot cluster, ServiceSnapshot service) {
        Map<String, String> values = Map.of("ClusterName", cluster.cluster(), "ServiceName", service.name());
        insights(batch, "DesiredTaskCount", values, service.desired());
        insights(batch, "RunningTaskCount", values, service.running());
        insights(batch, "PendingTaskCount", values, service.pending());
        insights(batch, "DeploymentCount", values, service.deployments().size());
        insights(batch, "TaskSetCount", values, 0);
    }

    private void tasks(Batch batch, ClusterSnapshot cluster, ServiceSnapshot service, ServiceSpec spec) {
        TaskDefinitionSpec definition = spec.taskDefinition();
        for (TaskSnapshot task : service.tasks()) {
            if (isRunning(task)) {
                Map<String, String> values = Map.of("ClusterName", cluster.cluster(), "ServiceName", service.name(),
                        "TaskDefinitionFamily", definition.family(), "TaskId", task.id());
                task(batch, values, task, definition);
                task.containers().forEach(container -> Optional.ofNullable(definition.container(container.name()))
                        .ifPresent(declared -> container(batch, values, container, declared, definition)));
            }
        }
    }

    private void task(Batch batch, Map<String, String> values, TaskSnapshot task, TaskDefinitionSpec definition) {
        insights(batch, "CpuReserved", values, definition.cpu());
        insights(batch, "MemoryReserved", values, definition.memoryMiB());
        task.containers().stream().map(usage::of).flatMap(Optional::stream).reduce(TaskUsage.Used::plus)
                .ifPresent(used -> {
                    double cpu = percent(used.cpuUnits(), definition.cpu());
                    batch.add(AwsMetrics.documented(ECS, "CPUUtilization"), values, cpu);
                    insights(batch, "TaskCpuUtilization", values, cpu);
                    insights(batch, "CpuUtilized", values, used.cpuUnits());
                    used.megabytes().ifPresent(megabytes -> {
                        double memory = percent(megabytes, definition.memoryMiB());
                        batch.add(AwsMetrics.documented(ECS, "MemoryUtilization"), values, memory);
                        insights(batch, "TaskMemoryUtilization", values, memory);
                        insights(batch, "MemoryUtilized", values, megabytes);
                    });
                });
    }

    private void container(Batch batch, Map<String, String> task, ContainerSnapshot container, ContainerSpec declared,
            TaskDefinitionSpec definition) {
        Map<String, String> values = new HashMap<>(task);
        values.put("ContainerName", container.name());
        if (declared.healthCheck() != null) {
            insights(batch, "UnHealthyContainerHealthStatus", values,
                    container.health() == HealthStatus.UNHEALTHY ? 1 : 0);
        }
        if (declared.restartPolicy().enabled()) {
            insights(batch, "RestartCount", values, container.restarts());
        }
        // A container without limits of its own is measured against the task's.
        double cpuLimit = declared.cpu() > 0 ? declared.cpu() : definition.cpu();
        double memoryLimit = memoryLimit(declared, definition);
        usage.of(container).ifPresent(used -> {
            insights(batch, "ContainerCpuReserved", values, declared.cpu());
            insights(batch, "ContainerCpuUtilized", values, used.cpuUnits());
            insights(batch, "ContainerCpuUtilization", values, percent(used.cpuUnits(), cpuLimit));
            used.megabytes().ifPresent(megabytes -> {
                insights(batch, "ContainerMemoryReserved", values, memoryLimit);
                insights(batch, "ContainerMemoryUtilized", values, megabytes);
                insights(batch, "ContainerMemoryUtilization", values, percent(megabytes, memoryLimit));
            });
        });
    }

    private static double memoryLimit(ContainerSpec declared, TaskDefinitionSpec definition) {
        if (declared.memoryMiB() != null) {
            return declared.memoryMiB();
        }
        return declared.memoryReservationMiB() == null ? definition.memoryMiB() : declared.memoryReservationMiB();
    }

    private static double percent(double part, double whole) {
        return whole == 0 ? 0 : part * PERCENT / whole;
    }

    private static void insights(Batch batch, String name, Map<String, String> values, double value) {
        batch.add(AwsMetrics.documented(INSIGHTS, name), values, value);
    }
}
