// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.measure;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.telemetry.ContainerMetrics;
import io.highlands.telemetry.Dimension;
import io.highlands.telemetry.EcsMetrics;
import io.highlands.telemetry.Metric;
import io.highlands.telemetry.ServiceMetrics;
import io.highlands.telemetry.Source;

/** What a service has and uses: tasks, CPU, memory, heap. */
public final class ResourceMeasures {

    private final MonitoredPlatform platform;
    private final MonitoredService service;

    /** The measures of that service. */
    public ResourceMeasures(MonitoredPlatform platform, MonitoredService service) {
        this.platform = platform;
        this.service = service;
    }

    /** CPU of the service's tasks, of what they reserve. Percent. */
    public MetricStat cpu(String statistic) {
        return ecs(EcsMetrics.CPU, statistic, service.name());
    }

    /** Memory of the service's tasks, of what they reserve. Percent. */
    public MetricStat memory(String statistic) {
        return ecs(EcsMetrics.MEMORY, statistic, service.name());
    }

    /** Tasks that run, by Container Insights. */
    public MetricStat runningTasks() {
        return ecs(ContainerMetrics.RUNNING_TASKS, "Minimum", "running");
    }

    /** Tasks that are wanted. */
    public MetricStat desiredTasks() {
        return ecs(ContainerMetrics.DESIRED_TASKS, "Maximum", "wanted");
    }

    /** Tasks that start. */
    public MetricStat pendingTasks() {
        return ecs(ContainerMetrics.PENDING_TASKS, "Maximum", "starting");
    }

    /** Deployments: 1 at rest, 2 while one replaces another. */
    public MetricStat deployments() {
        return ecs(ContainerMetrics.DEPLOYMENTS, "Maximum", service.name());
    }

    /**
     * Tasks that are missing. Above 0 while fewer run than are wanted; none where ECS says neither, as while no task of
     * the service runs at all.
     */
    public Formula missingTasks() {
        return Formula.of(service.name(), "wanted - running").with("wanted", desiredTasks()).with("running",
                runningTasks());
    }

    /** CPU of each container, of what it may use. Percent. The proxy's name carries a suffix: hence a search. */
    public Formula containerCpu() {
        return containers(ContainerMetrics.CONTAINER_CPU);
    }

    /** Memory of each container, of what it may use. Percent. */
    public Formula containerMemory() {
        return containers(ContainerMetrics.CONTAINER_MEMORY);
    }

    /** 1 while that container of a task is unhealthy, else 0; only for containers with a health check. */
    public MetricStat unhealthy(String container) {
        return MetricStat.of(
                ContainerMetrics.UNHEALTHY.with(Dimension.CLUSTER_NAME, platform.cluster(), Dimension.SERVICE_NAME,
                        service.ecsService(), Dimension.CONTAINER_NAME, container),
                platform.environment(), "Maximum", service.name());
    }

    /** Restarts of that container within its task; only with a restart policy. */
    public MetricStat restarts(String container) {
        return MetricStat.of(
                ContainerMetrics.RESTARTS.with(Dimension.CLUSTER_NAME, platform.cluster(), Dimension.SERVICE_NAME,
                        service.ecsService(), Dimension.CONTAINER_NAME, container),
                platform.environment(), "Maximum", service.name());
    }

    /** Heap in use, of the task that uses most. Bytes. */
    public MetricStat heapUsed() {
        return own(ServiceMetrics.HEAP_USED, "Maximum", "used");
    }

    /** The most that the heap may grow to. Bytes. */
    public MetricStat heapLimit() {
        return own(ServiceMetrics.HEAP_LIMIT, "Minimum", "limit");
    }

    /** Share of the heap that is in use. Percent. */
    public Formula heapPercent() {
        return Formula.of(service.name(), "100 * used / limit").with("used", heapUsed()).with("limit", heapLimit());
    }

    /** Pauses of the garbage collector. Milliseconds: Sum and Maximum. */
    public MetricStat garbageCollection(String statistic, String label) {
        return own(ServiceMetrics.GC_DURATION, statistic, label);
    }

    /** Live platform threads of the task that has most. */
    public MetricStat threads() {
        return own(ServiceMetrics.THREADS, "Maximum", "threads");
    }

    /** How often the service's tasks published: once per task and step. */
    public MetricStat heartbeat() {
        return own(ServiceMetrics.PUBLISH_FAILURES, "SampleCount", service.name());
    }

    /** Batches of metrics that did not reach CloudWatch. Sum. */
    public MetricStat publishFailures() {
        return own(ServiceMetrics.PUBLISH_FAILURES, "Sum", service.name());
    }

    private Formula containers(Metric metric) {
        return Formula.search("${PROP('Dim.ContainerName')}",
                Source.CONTAINER_INSIGHTS.namespace(platform.environment()) + ",ClusterName,ContainerName,ServiceName",
                "MetricName=\"%s\" ClusterName=\"%s\" ServiceName=\"%s\"".formatted(metric.name(), platform.cluster(),
                        service.ecsService()),
                "Average");
    }

    private MetricStat ecs(Metric metric, String statistic, String label) {
        return MetricStat.of(metric.with(Dimension.CLUSTER_NAME, platform.cluster(), Dimension.SERVICE_NAME,
                service.ecsService()), platform.environment(), statistic, label);
    }

    private MetricStat own(Metric metric, String statistic, String label) {
        return MetricStat.of(metric.with(Dimension.SERVICE, service.name()), platform.environment(), statistic, label);
    }
}
