// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.List;

import io.highlands.dashboards.cloudwatch.MonitoredResource;
import io.highlands.dashboards.cloudwatch.ResourceGraph;
import io.highlands.dashboards.cloudwatch.measure.MetricStat;

/** A database, queue or other resource that a service declares. */
final class DeclaredResourceRow {

    private final DashboardContext context;
    private final MonitoredResource resource;

    DeclaredResourceRow(DashboardContext context, MonitoredResource resource) {
        this.context = context;
        this.resource = resource;
    }

    Row create() {
        List<Panel> panels = resource.graphs().stream().map(this::panel).toList();
        return Row.of("%s %s".formatted(resource.type(), resource.name()), resource.sentence(), panels);
    }

    private Panel panel(ResourceGraph declared) {
        var unit = Units.of(declared.lines().getFirst().series().metric().unit());
        Graph graph = context.graph("%s of %s".formatted(declared.title(), resource.name()), unit).size(width(),
                Grid.GRAPH);
        for (int index = 0; index < declared.lines().size(); index++) {
            var line = declared.lines().get(index);
            graph.line(MetricStat.of(line.series(), context.platform().environment(), line.statistic(), line.label()),
                    Palette.series(index));
        }
        declared.limit().ifPresent(limit -> graph.threshold(limit.threshold(), "ticket: {}", Palette.TICKET));
        return graph.panel();
    }

    private int width() {
        return resource.graphs().size() % 4 == 0 ? Grid.QUARTER : Grid.THIRD;
    }
}
