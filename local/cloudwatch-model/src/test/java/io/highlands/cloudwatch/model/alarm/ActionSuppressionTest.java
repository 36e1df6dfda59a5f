// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.highlands.cloudwatch.model.alarm.ActionSuppression.By;
import io.highlands.cloudwatch.model.alarm.CompositeAlarm.Suppressor;

import static org.assertj.core.api.Assertions.assertThat;

/** alarm-suppression: the examples, with a WaitPeriod of 2 and an ExtensionPeriod of 3 time units. */
class ActionSuppressionTest {

    private final Suppressor suppressor = new Suppressor("deploying", Duration.ofSeconds(2), Duration.ofSeconds(3));

    private final ActionSuppression suppression = new ActionSuppression(suppressor, AlarmState.OK);

    private static Instant t(int unit) {
        return Instant.EPOCH.plusSeconds(unit);
    }

    private void quiet(ActionSuppression from, int until) {
        assertThat(from.advance(t(until))).isEmpty();
    }

    @Test
    void example1ActionsAreTakenAfterTheWaitPeriod() {
        suppression.compositeChanged(t(2));

        quiet(suppression, 3);
        assertThat(suppression.suppressedBy()).contains(By.WaitPeriod);
        assertThat(suppression.advance(t(4))).contains(t(4));
        assertThat(suppression.suppressedBy()).isEmpty();
    }

    @Test
    void example2TheSuppressorActsBeforeTheWaitPeriodExpires() {
        suppression.compositeChanged(t(2));
        suppression.suppressorChanged(AlarmState.ALARM, t(3));

        quiet(suppression, 1000);
        assertThat(suppression.suppressedBy()).contains(By.Alarm);
    }

    @Test
    void example3AnotherChangeBeginsANewWaitPeriod() {
        suppression.compositeChanged(t(2));
        suppression.compositeChanged(t(3));

        quiet(suppression, 4);
        assertThat(suppression.advance(t(5))).contains(t(5));
    }

    @Test
    void example4TheSuppressorIsAlreadyInAlarm() {
        ActionSuppression already = new ActionSuppression(suppressor, AlarmState.ALARM);
        already.compositeChanged(t(2));

        quiet(already, 1000);
        assertThat(already.suppressedBy()).contains(By.Alarm);
    }

    @Test
    void example5ActionsAreTakenAfterTheExtensionPeriod() {
        suppression.compositeChanged(t(2));
        suppression.suppressorChanged(AlarmState.ALARM, t(3));
        suppression.suppressorChanged(AlarmState.OK, t(6));

        quiet(suppression, 8);
        assertThat(suppression.suppressedBy()).contains(By.ExtensionPeriod);
        assertThat(suppression.advance(t(9))).contains(t(9));
    }

    @Test
    void example6AChangeDuringTheExtensionPeriodBeginsAWaitPeriod() {
        suppression.compositeChanged(t(2));
        suppression.suppressorChanged(AlarmState.ALARM, t(3));
        suppression.suppressorChanged(AlarmState.OK, t(6));
        suppression.compositeChanged(t(7));

        assertThat(suppression.suppressedBy()).contains(By.WaitPeriod);
        quiet(suppression, 8);
        assertThat(suppression.advance(t(9))).contains(t(9));
    }

    @Test
    void withoutAWaitPeriodActionsAreTakenAtOnce() {
        ActionSuppression atOnce = new ActionSuppression(new Suppressor("s", Duration.ZERO, Duration.ZERO),
                AlarmState.INSUFFICIENT_DATA);
        atOnce.compositeChanged(t(2));

        assertThat(atOnce.advance(t(2))).contains(t(2));
    }

    @Test
    void nothingHappensAfterAnExtensionWhenNothingWasHeldBack() {
        suppression.suppressorChanged(AlarmState.ALARM, t(1));
        suppression.suppressorChanged(AlarmState.OK, t(2));

        quiet(suppression, 1000);
        assertThat(suppression.suppressedBy()).isEmpty();
    }

    @Test
    void goingOutOfAlarmIntoInsufficientDataBeginsTheExtensionToo() {
        suppression.suppressorChanged(AlarmState.ALARM, t(1));
        suppression.compositeChanged(t(2));
        suppression.suppressorChanged(AlarmState.INSUFFICIENT_DATA, t(3));

        assertThat(suppression.advance(t(6))).contains(t(6));
    }

    @Test
    void goingIntoAlarmAgainDiscardsTheExtension() {
        suppression.suppressorChanged(AlarmState.ALARM, t(1));
        suppression.compositeChanged(t(2));
        suppression.suppressorChanged(AlarmState.OK, t(3));
        suppression.suppressorChanged(AlarmState.ALARM, t(4));

        quiet(suppression, 1000);
    }

    @Test
    void actionsAreTakenOnce() {
        suppression.compositeChanged(t(2));

        assertThat(suppression.advance(t(4))).isPresent();
        quiet(suppression, 1000);
    }

    @Test
    void theReasonIsInAwsWords() {
        assertThat(suppression.reason()).isEqualTo(Optional.empty());
        suppression.compositeChanged(t(2));
        assertThat(suppression.reason()).contains("Actions suppressed by WaitPeriod");
    }
}
