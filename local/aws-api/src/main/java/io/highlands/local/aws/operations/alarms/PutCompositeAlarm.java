// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.alarms;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.CompositeAlarm;
import io.highlands.cloudwatch.model.alarm.CompositeRule;
import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.cloudwatch.CloudWatchException;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.CompositeAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.Origin;

/** PutCompositeAlarm. Tags are not kept. */
final class PutCompositeAlarm implements Action {

    private final AlarmService alarms;

    PutCompositeAlarm(AlarmService alarms) {
        this.alarms = alarms;
    }

    @Override
    public Map<String, Object> perform(Input input) {
        try {
            alarms.putComposite(new CompositeAlarmDefinition(input.text("AlarmName"),
                    input.optionalText("AlarmDescription").orElse(""), PutMetricAlarm.actions(input), Origin.API,
                    CompositeRule.parse(input.text("AlarmRule")), suppressor(input)));
        } catch (IllegalArgumentException notAllowed) {
            throw CloudWatchException.validation(notAllowed.getMessage());
        }
        return Output.nothing();
    }

    private static Optional<CompositeAlarm.Suppressor> suppressor(Input input) {
        if (input.has("ActionsSuppressor")
                && !(input.has("ActionsSuppressorWaitPeriod") && input.has("ActionsSuppressorExtensionPeriod"))) {
            throw CloudWatchException.validation("ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod "
                    + "are required if ActionsSuppressor is specified");
        }
        return input.optionalText("ActionsSuppressor").map(alarm -> new CompositeAlarm.Suppressor(alarm,
                seconds(input, "ActionsSuppressorWaitPeriod"), seconds(input, "ActionsSuppressorExtensionPeriod")));
    }

    private static Duration seconds(Input input, String name) {
        return Duration.ofSeconds(input.integer(name).getAsInt());
    }
}
