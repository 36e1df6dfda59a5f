// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.List;

import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.dashboards.cloudwatch.Thresholds;
import io.highlands.dashboards.cloudwatch.measure.Measure;
import io.highlands.dashboards.cloudwatch.measure.ResourceMeasures;
import io.highlands.telemetry.Unit;

/** What a service runs on: tasks, containers, and the JVM. */
final class ResourceRows {

    private final DashboardContext context;
    private final MonitoredService service;
    private final ResourceMeasures measures;
    private final Thresholds thresholds;

    ResourceRows(DashboardContext context, MonitoredService service) {
        this.context = context;
        this.service = service;
        this.measures = new ResourceMeasures(context.platform(), service);
        this.thresholds = context.platform().thresholds();
    }

    List<Row> create() {
        return service.publishes() ? List.of(tasks(), usage(), jvm()) : List.of(tasks(), usage());
    }

    private Row tasks() {
        return Row.of("Tasks", "Fewer running than wanted is an incident or a deployment; the deployments tell which.",
                context.graph("Tasks wanted and running", Units.of(Unit.COUNT)).size(Grid.HALF, Grid.GRAPH)
                        .line(measures.desiredTasks(), Palette.WANTED).line(measures.runningTasks(), Palette.GOOD)
                        .line(measures.pendingTasks(), Palette.STARTING).panel(),
                context.graph("Deployments", Units.of(Unit.COUNT)).size(Grid.HALF, Grid.GRAPH)
                        .line(measures.deployments().labelled("deployments"), Palette.CALLER)
                        .limit(1, "{} is rest").panel());
    }

    private Row usage() {
        return Row.of("CPU and memory",
                "Of the whole task, and of each container in it: the service, the mesh's proxy, the tracing agent.",
                quarter("CPU of the task", measures.cpu("Average").labelled("mean"), measures.cpu("Maximum")
                        .labelled("busiest task")).threshold(thresholds.cpuPercent(), "ticket: {} %", Palette.TICKET)
                        .panel(),
                quarter("Memory of the task", measures.memory("Average").labelled("mean"),
                        measures.memory("Maximum").labelled("fullest task"))
                        .threshold(thresholds.memoryPercent(), "ticket: {} %", Palette.TICKET).panel(),
                context.graph("CPU of each container", Units.PERCENT).size(Grid.QUARTER, Grid.GRAPH)
                        .search(measures.containerCpu()).panel(),
                context.graph("Memory of each container", Units.PERCENT).size(Grid.QUARTER, Grid.GRAPH)
                        .search(measures.containerMemory()).panel());
    }

    private Row jvm() {
        return Row.of("JVM", "Of the task that uses most. Heap that stays high after collections, and collections that "
                + "grow longer, are a leak or too small a task.",
                context.graph("Heap", Units.of(Unit.BYTES)).size(Grid.QUARTER, Grid.GRAPH)
                        .line(measures.heapUsed(), Palette.CALLER).line(measures.heapLimit(), Palette.LIMIT).panel(),
                context.graph("Heap in use", Units.PERCENT).size(Grid.QUARTER, Grid.GRAPH)
                        .line(measures.heapPercent().labelled("heap"), Palette.CALLER).upTo(100)
                        .threshold(thresholds.heapPercent(), "ticket: {} %", Palette.TICKET).panel(),
                context.graph("Garbage collection", Units.of(Unit.MILLISECONDS)).size(Grid.QUARTER, Grid.GRAPH)
                        .line(measures.garbageCollection("Sum", "paused per period"), Palette.P95)
                        .line(measures.garbageCollection("Maximum", "longest pause"), Palette.P99).panel(),
                context.graph("Threads", Units.of(Unit.COUNT)).size(Grid.QUARTER, Grid.GRAPH)
                        .line(measures.threads(), Palette.CALLER).panel());
    }

    private Graph quarter(String title, Measure mean, Measure worst) {
        return context.graph(title, Units.PERCENT).size(Grid.QUARTER, Grid.GRAPH).line(mean, Palette.MEDIAN)
                .line(worst, Palette.P99);
    }
}
