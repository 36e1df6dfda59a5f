// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.highlands.dashboards.cloudwatch.DashboardAlarm;
import io.highlands.dashboards.cloudwatch.DashboardNames;
import io.highlands.dashboards.cloudwatch.MonitoredEdge;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;

/**
 * What the dashboards of an environment are made from, and what they have in common: the top and the strip of alarms.
 *
 * @param platform
 *            what they show
 * @param alarms
 *            the alarms that watch it
 */
record DashboardContext(MonitoredPlatform platform, List<DashboardAlarm> alarms) {

    /** CloudWatch shows this many alarms in a widget at most. */
    private static final int MAX_ALARMS = 100;

    DashboardContext {
        platform = platform.sortedByName();
        alarms = List.copyOf(alarms);
    }

    DashboardNames names() {
        return new DashboardNames(platform.environment());
    }

    /** A panel that draws metrics of the platform's Region. */
    Graph graph(String title, String unit) {
        return new Graph(title, unit, platform.region());
    }

    /** A panel of a Logs Insights query in the platform's Region. */
    Panel logs(String title, int width, List<String> groups, String... commands) {
        return Panels.logs(title, platform.region(), width, groups, commands);
    }

    /** The colour of a service, the same on every dashboard. */
    String color(MonitoredService service) {
        return Palette.series(platform.services().indexOf(service));
    }

    /** The colour of an edge, the same on every dashboard. */
    String color(MonitoredEdge edge) {
        return Palette.series(platform.edges().indexOf(edge));
    }

    /** A service at the end of the calls that begin with this one: when it fails, everyone before it has an error. */
    MonitoredService lastInLine(MonitoredService first) {
        Set<MonitoredService> seen = new LinkedHashSet<>();
        Deque<MonitoredService> next = new ArrayDeque<>(List.of(first));
        while (!next.isEmpty()) {
            MonitoredService service = next.pop();
            if (service.upstreams().isEmpty()) {
                return service;
            }
            if (seen.add(service)) {
                service.upstreamNames().forEach(name -> next.add(platform.service(name)));
            }
        }
        return platform.service(first.upstreamNames().getFirst());
    }

    /** Purpose and the ways on. */
    Row top(String title, String purpose) {
        return top(title, purpose, datadog().map(DatadogPages::all).orElseGet(this::traces));
    }

    /** Purpose and the ways on, of the dashboard of a service. */
    Row top(String title, String purpose, MonitoredService service) {
        return top(title, purpose, datadog().map(pages -> pages.of(service)).orElseGet(this::traces));
    }

    private Optional<DatadogPages> datadog() {
        return platform.links().datadog().map(url -> new DatadogPages(url, platform.environment()));
    }

    /** Pages of CloudWatch's own traces, which know no service in their address. */
    private List<String> traces() {
        return platform.links().transactionSearch() ? TransactionSearchPages.ALL : List.of();
    }

    private Row top(String title, String purpose, List<String> elsewhere) {
        List<String> links = new ArrayList<>();
        links.add(link("Overview", names().overview()));
        links.add(link("Mesh", names().mesh()));
        platform.services().forEach(service -> links.add(link(service.name(), names().service(service.name()))));
        links.add(link("Telemetry", names().telemetry()));
        links.add("[Runbooks](%s/README.md)".formatted(platform.links().runbooks()));
        links.addAll(elsewhere);
        return new Row(List.of(Panels.text(Grid.TOP,
                "# %s\n%s\n\n%s".formatted(title, purpose, String.join(" · ", links)))));
    }

    /** The state of all alarms: pages, then tickets. */
    Row strip() {
        return strip("Every page and every ticket of this environment, the latest change first.", alarm -> true);
    }

    /** The state of the alarms of one dashboard. */
    Row strip(String dashboard) {
        return strip("The alarms whose first look is here, the latest change first.",
                alarm -> alarm.dashboards().contains(dashboard));
    }

    private Row strip(String sentence, Predicate<DashboardAlarm> filter) {
        List<DashboardAlarm> shown = alarms.stream().filter(filter).toList();
        List<String> pages = arns(shown, true);
        List<String> tickets = arns(shown, false);
        if (pages.isEmpty() && tickets.isEmpty()) {
            return new Row(List.of());
        }
        List<Panel> panels = new ArrayList<>();
        boolean both = !pages.isEmpty() && !tickets.isEmpty();
        if (!pages.isEmpty()) {
            panels.add(Panels.alarms("Pages", both ? Grid.THIRD : Grid.FULL, pages));
        }
        if (!tickets.isEmpty()) {
            panels.add(Panels.alarms("Tickets", both ? Grid.TWO_THIRDS : Grid.FULL, tickets));
        }
        return Row.of("Alarms", sentence, panels);
    }

    private static List<String> arns(List<DashboardAlarm> alarms, boolean page) {
        return alarms.stream().filter(alarm -> alarm.page() == page).map(DashboardAlarm::arn).limit(MAX_ALARMS)
                .toList();
    }

    private static String link(String text, String dashboard) {
        return "[%s](#dashboards/dashboard/%s)".formatted(text, dashboard);
    }
}
