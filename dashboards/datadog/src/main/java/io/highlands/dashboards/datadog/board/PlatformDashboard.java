// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.highlands.dashboards.cloudwatch.DashboardNames;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;

/** The dashboard of an environment: what the mesh counted beside what spans say, per edge. */
public final class PlatformDashboard {

    private static final int NOTE_HEIGHT = 2;
    private static final int SUMMARY_HEIGHT = 4;

    private final MonitoredPlatform platform;

    private PlatformDashboard(MonitoredPlatform platform) {
        this.platform = platform.sortedByName();
    }

    /** The dashboard as Datadog's API takes it. */
    public static Map<String, Object> of(MonitoredPlatform platform) {
        return new PlatformDashboard(platform).json();
    }

    private Map<String, Object> json() {
        List<Map<String, Object>> widgets = new ArrayList<>();
        widgets.add(Json.object("definition", note(), "layout", Group.layout(0, 0, Group.COLUMNS, NOTE_HEIGHT)));
        widgets.add(Json.object("definition", monitors(), "layout",
                Group.layout(0, NOTE_HEIGHT, Group.COLUMNS, SUMMARY_HEIGHT)));
        int y = NOTE_HEIGHT + SUMMARY_HEIGHT;
        for (Group group : groups()) {
            widgets.add(group.json(y));
            y += group.height();
        }
        return Json.object("title", "Highlands " + platform.environment() + ": mesh and traces", "description",
                "On which edge are errors and time, and who makes them: caller, mesh or callee?", "layout_type",
                "ordered", "reflow_type", "fixed", "widgets", widgets);
    }

    private List<Group> groups() {
        return Stream.of(Stream.of(UserGroup.of(platform)),
                platform.edges().stream().map(edge -> EdgeGroup.of(platform, edge)),
                platform.services().stream().map(service -> ServiceGroup.of(platform, service)))
                .flatMap(groups -> groups).toList();
    }

    private Map<String, Object> note() {
        var dashboards = new DashboardNames(platform.environment());
        String content = """
                **On which edge are errors and time, and who makes them: caller, mesh or callee?** \
                Each edge is seen three times: by the caller's spans, by its proxy (Service Connect's metrics) and by \
                the callee's spans. Lines are named after the agent that made the spans; the agent that does not run \
                has none. Metrics of AWS come minutes later than spans: look at what is older than the delay.

                CloudWatch: `%s`, `%s`. Runbooks: %s""".formatted(dashboards.overview(), dashboards.mesh(),
                platform.links().runbooks());
        return Json.object("type", "note", "content", content,
                "background_color", "gray", "font_size", "14", "text_align", "left", "show_tick", false);
    }

    private Map<String, Object> monitors() {
        return Json.object("type", "manage_status", "title", "Monitors", "query",
                "tag:(platform:highlands AND env:%s AND -severity:part)".formatted(platform.environment()),
                "summary_type", "monitors", "display_format", "countsAndList", "color_preference", "text",
                "hide_zero_counts", true, "sort", "status,asc");
    }
}
