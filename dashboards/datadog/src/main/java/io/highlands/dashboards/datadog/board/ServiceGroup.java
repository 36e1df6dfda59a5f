// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.board;

import java.util.List;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.dashboards.datadog.query.ServiceQueries;

/** Is this service well? */
final class ServiceGroup {

    private ServiceGroup() {
    }

    static Group of(MonitoredPlatform platform, MonitoredService service) {
        var queries = new ServiceQueries(platform, service);
        var thresholds = platform.thresholds();
        Tile requests = Tile.of("Requests by route", "By its own spans, each request once.")
                .and(Line.all(queries.requestsByRoute(), Palette.PLAIN).stream().map(Line::asBars).toList());
        Tile failures = Tile.of("Failed requests, percent", "5xx and no answer, by its own spans.")
                .and(Line.all(queries.failedPercent(), Palette.ERRORS));
        Tile times = Tile.of("Time until answered, ms", "By its own spans.")
                .and(Line.all(queries.times("p50"), Palette.PLAIN)).and(Line.all(queries.times("p95"), Palette.CALLER))
                .and(Line.all(queries.times("p99"), Palette.ERRORS))
                .with(Marker.limit(service.deadline().toMillis(), "deadline"));
        Tile load = Tile.of("CPU, memory and heap, percent", "Heap is that of the task that uses most.",
                Line.of(queries.cpu(), Palette.CALLER), Line.of(queries.memory(), Palette.PROXY),
                Line.of(queries.heap(), Palette.NO_ANSWER))
                .with(Marker.ticket(thresholds.cpuPercent()), Marker.ticket(thresholds.heapPercent()));
        Tile tasks = Tile.of("Tasks", "By Container Insights.", Line.of(queries.running(), Palette.CALLER),
                Line.of(queries.wanted(), Palette.CALLEE));
        Tile missing = Tile.of("Missing tasks", "From what is wanted, or declared if that is more.",
                Line.of(queries.missing(), Palette.ERRORS).asBars());
        return new Group(service.name(), List.of(requests, failures, times, load, tasks, missing), 3);
    }
}
