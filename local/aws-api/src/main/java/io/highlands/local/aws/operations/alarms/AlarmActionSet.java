// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.alarms;

import java.util.Map;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.cloudwatch.alarms.AlarmService;

/** The operations on alarms. */
public final class AlarmActionSet {

    private final AlarmService alarms;

    private AlarmActionSet(AlarmService alarms) {
        this.alarms = alarms;
    }

    /**
     * CloudWatch's operations on alarms that are served.
     *
     * @param alarms the service behind them
     * @return what is served, by name
     */
    public static Map<String, Action> all(AlarmService alarms) {
        AlarmActionSet set = new AlarmActionSet(alarms);
        return Map.of("PutMetricAlarm", new PutMetricAlarm(alarms),
                "PutCompositeAlarm", new PutCompositeAlarm(alarms),
                "DescribeAlarms", new DescribeAlarms(alarms),
                "DescribeAlarmsForMetric", new DescribeAlarmsForMetric(alarms),
                "DescribeAlarmHistory", new DescribeAlarmHistory(alarms),
                "DeleteAlarms", set::delete,
                "SetAlarmState", set::setState,
                "EnableAlarmActions", set::enable,
                "DisableAlarmActions", set::disable);
    }

    private Map<String, Object> delete(Input input) {
        alarms.delete(input.texts("AlarmNames"));
        return Output.nothing();
    }

    private Map<String, Object> setState(Input input) {
        alarms.setState(input.text("AlarmName"), AlarmState.valueOf(input.text("StateValue")),
                input.text("StateReason"), input.optionalText("StateReasonData").orElse(""));
        return Output.nothing();
    }

    private Map<String, Object> enable(Input input) {
        alarms.enableActions(input.texts("AlarmNames"));
        return Output.nothing();
    }

    private Map<String, Object> disable(Input input) {
        alarms.disableActions(input.texts("AlarmNames"));
        return Output.nothing();
    }
}
