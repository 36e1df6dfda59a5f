// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.provision;

import java.util.Set;
import java.util.stream.Collectors;

import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.dashboards.DashboardService;
import io.highlands.local.logs.LogService;
import io.highlands.local.publish.LogMetricFilter;
import io.highlands.local.publish.LogPublisher;
import io.highlands.local.template.StackResource;

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

    private static final Set<String> ALARM_TYPES = Set.of("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm");

    /**
     * Checks what templates declare against what is there, and changes nothing. What can be said from the templates alone,
     * reading them has said.
     *
     * @param deployed what the templates say
     * @throws io.highlands.local.template.TemplateException with stack, logical id and property of what AWS would refuse
     */
    public void check(Deployed deployed) {
        alarms.refused(deployed.declared().alarms()).ifPresent(refused -> {
            throw deployed.stacks().all().stream().flatMap(stack -> stack.resources().stream())
                    .filter(resource -> resource.physicalId().equals(refused.name())
                            && ALARM_TYPES.contains(resource.type()))
                    .map(StackResource::source).findFirst().orElseThrow()
                    .error(refused.property(), refused.message());
        });
    }

    /**
     * Takes over an environment's declarations.
     *
     * @param deployed what its templates say, {@link #check checked}
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
