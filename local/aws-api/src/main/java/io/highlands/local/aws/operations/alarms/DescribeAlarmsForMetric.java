// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.alarms;

import java.util.Map;
import java.util.Optional;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.metrics.Metrics;
import io.highlands.local.cloudwatch.alarms.AlarmService;

/** Lists the metric alarms that watch one series. */
final class DescribeAlarmsForMetric implements Action {

    private final AlarmService alarms;

    DescribeAlarmsForMetric(AlarmService alarms) {
        this.alarms = alarms;
    }

    @Override
    public Map<String, Object> perform(Input input) {
        Optional<Integer> period = input.integer("Period").stream().boxed().findFirst();
        return Output.of("MetricAlarms", alarms.forMetric(Metrics.read(input),
                input.optionalText("Statistic").or(() -> input.optionalText("ExtendedStatistic")), period,
                input.optionalText("Unit")).stream().map(AlarmTrees::alarm).toList()).tree();
    }
}
