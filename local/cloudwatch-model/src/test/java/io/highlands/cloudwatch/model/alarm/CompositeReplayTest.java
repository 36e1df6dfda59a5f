// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static io.highlands.cloudwatch.model.alarm.AlarmState.ALARM;
import static io.highlands.cloudwatch.model.alarm.AlarmState.INSUFFICIENT_DATA;
import static io.highlands.cloudwatch.model.alarm.AlarmState.OK;
import static io.highlands.cloudwatch.model.alarm.Recording.START;
import static io.highlands.cloudwatch.model.alarm.Recording.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

class CompositeReplayTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static MetricAlarm alarm(String name) {
        return MetricAlarm.when(name, Comparison.GREATER, 0);
    }

    private final Replay replay = new Replay().add(alarm("long"), Recording.sum("0 0 1 1 1 0 0 0 0"))
            .add(alarm("short"), Recording.sum("0 1 0 1 1 0 0 0 0"));

    @Test
    void aCompositeFollowsItsChildrenAtTheSameMoment() {
        Timeline timeline = replay.add(CompositeAlarm.of("burning", "ALARM(long) AND ALARM(short)")).between(START,
                minute(9));

        assertThat(timeline.of("burning")).extracting(Transition::at, Transition::from, Transition::to).containsExactly(
                tuple(START, INSUFFICIENT_DATA, OK), tuple(minute(4), OK, ALARM), tuple(minute(6), ALARM, OK));
        assertThat(timeline.states()).containsEntry("burning", OK).containsEntry("long", OK);
    }

    @Test
    void itsReasonNamesTheChildThatChanged() {
        Timeline timeline = replay.add(CompositeAlarm.of("burning", "ALARM(long) AND ALARM(short)")).between(START,
                minute(4));

        assertThat(timeline.of("burning")).extracting(transition -> transition.reason().text()).containsExactly(
                "burning was created and its alarm rule evaluates to OK",
                "short transitioned to ALARM at Monday 05 January, 2026 12:04:00 UTC");
    }

    @Test
    void compositesOfCompositesFollow() {
        Timeline timeline = replay.add(CompositeAlarm.of("page", "ALARM(burning)"))
                .add(CompositeAlarm.of("burning", "ALARM(long) AND ALARM(short)")).between(START, minute(9));

        assertThat(timeline.first("page", ALARM)).contains(minute(4));
    }

    @Test
    void aTicketIsSuppressedWhileThePageStands() {
        Timeline timeline = replay.add(CompositeAlarm.of("ticket", "ALARM(short)").suppressedBy("long", MINUTE, MINUTE))
                .between(START, minute(9));

        assertThat(timeline.of("ticket")).extracting(Transition::to).containsExactly(OK, ALARM, OK, ALARM, OK);
        assertThat(timeline.actions()).filteredOn(action -> action.alarm().equals("ticket"))
                .extracting(Timeline.Action::at, Timeline.Action::state)
                .containsExactly(tuple(minute(1), OK), tuple(minute(7), OK));
        assertThat(timeline.fired()).containsExactly("short", "long");
    }

    @Test
    void aSuppressorThatFollowsAtTheEndOfTheWaitIsInTime() {
        Timeline timeline = new Replay().add(alarm("cause"), Recording.sum("0 1 1 1 1"))
                .add(alarm("symptom"), Recording.sum("0 0 1 1 1"))
                .add(CompositeAlarm.of("ticket", "ALARM(cause)").suppressedBy("symptom", MINUTE, MINUTE))
                .between(START, minute(5));

        assertThat(timeline.fired()).containsExactly("cause", "symptom");
    }

    @Test
    void withoutTheSuppressorTheTicketIsOnlyLate() {
        Timeline timeline = new Replay().add(alarm("cause"), Recording.sum("0 1 1 1 1"))
                .add(alarm("symptom"), Recording.sum("0 0 0 0 0"))
                .add(CompositeAlarm.of("ticket", "ALARM(cause)").suppressedBy("symptom", MINUTE, MINUTE))
                .between(START, minute(5));

        assertThat(timeline.actions()).contains(new Timeline.Action("ticket", minute(3), ALARM));
    }

    @Test
    void anAlarmThatIsNotThereIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(
                () -> new Replay().add(CompositeAlarm.of("page", "ALARM(gone)")).between(START, minute(1)))
                .withMessageContaining("'gone'");
        assertThatIllegalArgumentException().isThrownBy(() -> new Replay()
                .add(CompositeAlarm.of("page", "TRUE").suppressedBy("gone", MINUTE, MINUTE)).between(START, minute(1)))
                .withMessageContaining("'gone'");
    }
}
