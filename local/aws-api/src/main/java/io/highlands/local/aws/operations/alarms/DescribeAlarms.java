// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.alarms;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.Page;
import io.highlands.local.cloudwatch.CloudWatchException;
import io.highlands.local.cloudwatch.alarms.AlarmFilter;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.AlarmType;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;

/** DescribeAlarms: 50 alarms a page by default, and metric alarms only unless AlarmTypes says otherwise. */
final class DescribeAlarms implements Action {

    private static final int RECORDS = 50;

    private final AlarmService alarms;

    DescribeAlarms(AlarmService alarms) {
        this.alarms = alarms;
    }

    @Override
    public Map<String, Object> perform(Input input) {
        if (input.has("AlarmNames") && input.has("AlarmNamePrefix")) {
            throw CloudWatchException.invalidCombination(
                    "The parameters AlarmNames and AlarmNamePrefix are mutually exclusive");
        }
        boolean family = input.has("ChildrenOfAlarmName") || input.has("ParentsOfAlarmName");
        List<AlarmView> found = alarms.describe(new AlarmFilter(Set.copyOf(input.texts("AlarmNames")),
                input.optionalText("AlarmNamePrefix"), family ? Set.of() : types(input),
                input.optionalText("StateValue").map(AlarmState::valueOf), input.optionalText("ActionPrefix"),
                input.optionalText("ChildrenOfAlarmName"), input.optionalText("ParentsOfAlarmName")));
        Page<AlarmView> page = Page.of(found, input.optionalText("NextToken"),
                input.integer("MaxRecords").orElse(RECORDS), "InvalidNextToken");
        return Output.of("CompositeAlarms", trees(page, false)).with("MetricAlarms", trees(page, true))
                .with("NextToken", page.next()).tree();
    }

    private static List<Map<String, Object>> trees(Page<AlarmView> page, boolean ofMetrics) {
        return page.items().stream()
                .filter(alarm -> alarm.definition() instanceof MetricAlarmDefinition == ofMetrics)
                .map(AlarmTrees::alarm).toList();
    }

    static Set<AlarmType> types(Input input) {
        EnumSet<AlarmType> types = EnumSet.noneOf(AlarmType.class);
        Optional.of(input.texts("AlarmTypes")).filter(named -> !named.isEmpty())
                .orElse(List.of(AlarmType.MetricAlarm.name()))
                .forEach(type -> types.add(AlarmType.valueOf(type)));
        return types;
    }
}
