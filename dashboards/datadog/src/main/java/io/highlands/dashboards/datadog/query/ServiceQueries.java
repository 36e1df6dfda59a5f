// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.query;

import java.util.List;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.dashboards.cloudwatch.measure.MetricStat;
import io.highlands.dashboards.cloudwatch.measure.ResourceMeasures;
import io.highlands.telemetry.Unit;

/** One service: its answers by its own spans, and what it runs on. */
public final class ServiceQueries {

    private final MonitoredService service;
    private final Traces traces;
    private final ResourceMeasures resources;

    /** Queries for one service, by its traces and its resources. */
    public ServiceQueries(MonitoredPlatform platform, MonitoredService service) {
        this.service = service;
        this.traces = Traces.answeredBy(service, platform.environment());
        this.resources = new ResourceMeasures(platform, service);
    }

    /** Requests, a line for each route. */
    public List<Expression> requestsByRoute() {
        return traces.each(AgentTraces::rateByRoute);
    }

    /** Share of the requests that were answered with 5xx or not at all. */
    public List<Expression> failedPercent() {
        return traces.each(AgentTraces::failedPercent);
    }

    /** Time of the answers. */
    public List<Expression> times(String aggregator) {
        return traces.each(agent -> agent.time(aggregator));
    }

    /** CPU of the service's tasks, of what they reserve. */
    public Expression cpu() {
        return line("CPU", Unit.PERCENT, resources.cpu("Average"));
    }

    /** Memory of the service's tasks, of what they reserve. */
    public Expression memory() {
        return line("memory", Unit.PERCENT, resources.memory("Average"));
    }

    /** Share of the heap that is in use, of the task that uses most. */
    public Expression heap() {
        return Expression.of("heap", Unit.PERCENT, "100 * used / limit").with("used", Query.of(resources.heapUsed()))
                .with("limit", Query.of(resources.heapLimit()));
    }

    /** Tasks that run. */
    public Expression running() {
        return line("running", Unit.COUNT, resources.runningTasks());
    }

    /** Tasks that are wanted. */
    public Expression wanted() {
        return line("wanted", Unit.COUNT, resources.desiredTasks());
    }

    /** Tasks that are missing from what is wanted, or from what is declared if that is more. */
    public Expression missing() {
        return Expression
                .of("missing tasks", Unit.COUNT, "clamp_min(wanted, %d) - running".formatted(service.tasks()))
                .with("wanted", Query.of(resources.desiredTasks())).with("running", Query.of(resources.runningTasks()));
    }

    /** 1 while that container of a task is unhealthy, else 0. */
    public Expression unhealthy(String container) {
        return line("unhealthy", Unit.COUNT, resources.unhealthy(container));
    }

    /** How often the service's tasks published their metrics: once per task and step. */
    public Expression heartbeats() {
        return Expression.of("heartbeats", Unit.COUNT, "default_zero(beats)").with("beats",
                Query.of(resources.heartbeat()));
    }

    private static Expression line(String label, Unit unit, MetricStat stat) {
        return Expression.of(label, unit, Query.of(stat));
    }
}
