// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.highlands.dashboards.cloudwatch.DashboardNames;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.telemetry.LoadBalancerMetrics;
import io.highlands.telemetry.Metric;

/**
 * What stays empty while all is healthy, and the fault that fills it: for a test that injects the fault and looks. Whatever
 * is not named here has data after a minute of requests, or is broken.
 */
public final class Incidents {

    private static final String NO_ZEROS = "the load balancer publishes only what is not zero";

    private final MonitoredPlatform platform;

    private Incidents(MonitoredPlatform platform) {
        this.platform = platform;
    }

    /**
     * The empty panels, by dashboard and title, and the empty metrics on panels that have others.
     *
     * @param platform
     *            whose dashboards
     * @return maps, lists and strings, to be written as JSON
     */
    public static Map<String, Object> of(MonitoredPlatform platform) {
        var incidents = new Incidents(platform);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("panels", incidents.panels());
        all.put("metrics", incidents.metrics());
        return all;
    }

    private List<Map<String, Object>> panels() {
        List<Map<String, Object>> panels = new ArrayList<>();
        int prefix = new DashboardNames(platform.environment()).service("").length();
        for (Dashboard dashboard : Dashboards.all(platform, List.of())) {
            for (Panel panel : dashboard.panels()) {
                panel.incident().ifPresent(incident -> {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("board", dashboard.name().substring(prefix));
                    entry.put("title", panel.title().orElseThrow());
                    panels.add(filled(entry, incident));
                });
            }
        }
        return panels;
    }

    private List<Map<String, Object>> metrics() {
        String entry = platform.entries().getFirst().name();
        String last = new DashboardContext(platform, List.of()).lastInLine(platform.entries().getFirst()).name();
        return List.of(
                metric(LoadBalancerMetrics.ELB_500, new Panel.Incident(Fault.ZERO_TASKS, entry, NO_ZEROS)),
                metric(LoadBalancerMetrics.ELB_502, new Panel.Incident(Fault.ZERO_TASKS, entry, NO_ZEROS)),
                metric(LoadBalancerMetrics.ELB_503, new Panel.Incident(Fault.ZERO_TASKS, entry, NO_ZEROS)),
                metric(LoadBalancerMetrics.ELB_504, new Panel.Incident(Fault.ZERO_TASKS, entry, NO_ZEROS)),
                metric(LoadBalancerMetrics.TARGET_5XX, new Panel.Incident(Fault.KILL_APP, last, NO_ZEROS)),
                metric(LoadBalancerMetrics.ELB_4XX, new Panel.Incident(Fault.BAD_REQUEST, entry, NO_ZEROS)),
                metric(LoadBalancerMetrics.TARGET_4XX, new Panel.Incident(Fault.BAD_REQUEST, entry, NO_ZEROS)));
    }

    private Map<String, Object> metric(Metric metric, Panel.Incident incident) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("namespace", metric.source().namespace(platform.environment()));
        entry.put("metric", metric.name());
        return filled(entry, incident);
    }

    private static Map<String, Object> filled(Map<String, Object> entry, Panel.Incident incident) {
        entry.put("fault", incident.fault().id());
        entry.put("service", incident.service());
        entry.put("why", incident.why());
        return entry;
    }
}
