// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** cloudwatch-and-eventbridge: the events of composite alarms. */
class CompositeReasonsTest {

    private final AlarmSnapshot child = new AlarmSnapshot("arn:aws:cloudwatch:us-east-1:123456789012:alarm:CpuTooHigh",
            AlarmState.ALARM, Instant.parse("2022-07-22T15:57:45.394Z"));

    @Test
    void aChildChanged() {
        assertThat(CompositeReasons.triggered(child)).isEqualTo(new StateReason(
                "arn:aws:cloudwatch:us-east-1:123456789012:alarm:CpuTooHigh transitioned to ALARM at Friday 22 July, 2022 "
                        + "15:57:45 UTC",
                "{\"triggeringAlarms\":[{\"arn\":\"arn:aws:cloudwatch:us-east-1:123456789012:alarm:CpuTooHigh\","
                        + "\"state\":{\"value\":\"ALARM\",\"timestamp\":\"2022-07-22T15:57:45.394+0000\"}}]}"));
    }

    @Test
    void theCompositeWasCreated() {
        StateReason reason = CompositeReasons.created("arn:main", AlarmState.OK, List.of(child, child));

        assertThat(reason.text()).isEqualTo("arn:main was created and its alarm rule evaluates to OK");
        assertThat(reason.data()).containsOnlyOnce("triggeringAlarms").contains("}},{\"arn\"");
    }

    @Test
    void theRuleWasChanged() {
        assertThat(CompositeReasons.updated("arn:main", AlarmState.OK, List.of()).text())
                .isEqualTo("arn:main was updated and its new alarm rule evaluates to OK");
    }
}
