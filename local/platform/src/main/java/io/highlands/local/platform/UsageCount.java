// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.cloudwatch.alarms.AlarmDefinition;
import io.highlands.local.cloudwatch.alarms.AlarmFilter;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.CompositeAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.Origin;
import io.highlands.local.cloudwatch.alarms.Watched;
import io.highlands.local.cloudwatch.dashboards.Dashboard;
import io.highlands.local.cloudwatch.dashboards.DashboardService;
import io.highlands.local.control.message.MeasuredUsage;
import io.highlands.local.store.MetricStore;

/** What the running platform would be billed for, counted: series that were really published, not what was declared. */
final class UsageCount {

    /** A series that nobody published for so long belongs to an earlier run. */
    private static final Duration RECENT = Duration.ofMinutes(10);

    private UsageCount() {
    }

    static MeasuredUsage of(String environment, Instant now, MetricStore metrics, AlarmService alarms,
            DashboardService dashboards) {
        long metricsInAlarms = 0;
        long composites = 0;
        for (AlarmDefinition alarm : alarms.describe(AlarmFilter.ALL).stream().map(view -> view.definition())
                .toList()) {
            switch (alarm) {
                case MetricAlarmDefinition metric when metric.origin() == Origin.TEMPLATE ->
                    metricsInAlarms += metricsOf(metric.watched());
                case CompositeAlarmDefinition composite when composite.origin() == Origin.TEMPLATE -> composites++;
                default -> {
                    // Made by an API call on this machine, and so not by a deployment.
                }
            }
        }
        return new MeasuredUsage(namespace(environment), customMetrics(environment, now, metrics), metricsInAlarms,
                composites, dashboards.list("").stream().filter(Dashboard::deployed).count());
    }

    private static Map<String, Integer> customMetrics(String environment, Instant now, MetricStore metrics) {
        Map<String, Integer> counts = new TreeMap<>();
        for (MetricName metric : metrics.names(Optional.of(namespace(environment)))) {
            if (metrics.lastSeen(metric).filter(now.minus(RECENT)::isBefore).isPresent()) {
                counts.merge(metric.dimensions().getOrDefault("Service", "platform"), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** An alarm on metric math is billed for every metric in it. */
    private static long metricsOf(Watched watched) {
        return switch (watched) {
            case Watched.Metric one -> 1;
            case Watched.Math math -> math.queries().stream().filter(query -> query.metric().isPresent()).count();
        };
    }

    private static String namespace(String environment) {
        return "Highlands/" + environment;
    }
}
