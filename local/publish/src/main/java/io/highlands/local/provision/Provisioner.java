// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.provision;

import java.util.stream.Collectors;

import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.dashboards.DashboardService;
import io.highlands.local.logs.LogService;
import io.highlands.local.publish.LogMetricFilter;
import io.highlands.local.publish.LogPublisher;

/**
 * Hands what templates declare to the services that do it here. What was declared before and has not changed keeps its
 * state.
 *
 * @param alarms takes alarms, with divided periods
 * @param dashboards takes dashboards
 * @param logs takes log groups
 * @param publisher takes event rules and metric filters
 * @param scale how many times faster time passes
 */
public record Provisioner(AlarmService alarms, DashboardService dashboards, LogService logs, LogPublisher publisher,
        TimeScale scale) {

    /**
     * Takes over an environment's declarations.
     *
     * @param deployed what its templates say
     * @throws io.highlands.local.cloudwatch.CloudWatchException when AWS would refuse an alarm or a dashboard
     */
    public void apply(Deployed deployed) {
        Declared declared = deployed.declared();
        declared.logGroups().forEach(logs::provision);
        logs.metricFilters(declared.filters().stream()
                .collect(Collectors.toMap(LogMetricFilter::logGroup, filter -> 1, Integer::sum)));
        publisher.change(deployed.platform(), declared.rules(), declared.filters());
        alarms.provision(declared.alarms().stream().map(scale::divide).toList());
        dashboards.provision(declared.dashboards());
    }
}
