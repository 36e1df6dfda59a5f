// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.cloudwatch.model.statistics.Statistic;

import static io.highlands.cloudwatch.model.alarm.AlarmState.ALARM;
import static io.highlands.cloudwatch.model.alarm.AlarmState.INSUFFICIENT_DATA;
import static io.highlands.cloudwatch.model.alarm.AlarmState.OK;
import static io.highlands.cloudwatch.model.alarm.Recording.START;
import static io.highlands.cloudwatch.model.alarm.Recording.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

class ReplayTest {

    private final MetricAlarm errors = MetricAlarm.when("errors", Comparison.GREATER, 3);

    private static List<Tuple> changes(MetricAlarm alarm, AlarmInput input, int until) {
        return Replay.of(alarm, input, START, minute(until)).stream()
                .map(transition -> tuple(transition.at(), transition.from(), transition.to())).toList();
    }

    /** The figure of alarm-evaluation: over the threshold in periods 3 to 5, and once in period 9. */
    @Test
    void awsFigureOfAnAlarmOverTime() {
        assertThat(changes(errors.forAll(3), Recording.sum("1 1 5 5 5 1 1 1 5 1"), 10)).containsExactly(
                tuple(minute(1), INSUFFICIENT_DATA, OK), tuple(minute(5), OK, ALARM), tuple(minute(6), ALARM, OK));
    }

    @Test
    void anAlarmIsEvaluatedEveryMinuteOverTheLastWholePeriods() {
        MetricAlarm fiveMinutes = errors.every(Duration.ofMinutes(5)).treating(MissingData.NOT_BREACHING);

        assertThat(changes(fiveMinutes, Recording.sum("0x3 2 2 0x6"), 11)).containsExactly(
                tuple(minute(1), INSUFFICIENT_DATA, OK), tuple(minute(5), OK, ALARM), tuple(minute(9), ALARM, OK));
    }

    @Test
    void dataThatComeLateAreSeenLate() {
        AlarmInput late = AlarmInput.of(Statistic.parse("Sum"),
                Recording.of("1 1 5 1 1 1").delayed(Duration.ofSeconds(150)));

        assertThat(changes(errors, late, 6)).containsExactly(tuple(minute(3), INSUFFICIENT_DATA, OK),
                tuple(minute(5), OK, ALARM), tuple(minute(6), ALARM, OK));
    }

    @Test
    void whenAMetricStopsItsLastPointsAreEvaluatedUntilTheyLeaveTheRange() {
        assertThat(changes(errors, Recording.sum("1 5 -x6"), 8)).containsExactly(
                tuple(minute(1), INSUFFICIENT_DATA, OK), tuple(minute(2), OK, ALARM),
                tuple(minute(5), ALARM, INSUFFICIENT_DATA));
    }

    @Test
    void silenceTreatedAsBreachingRaisesTheAlarm() {
        assertThat(changes(errors.treating(MissingData.BREACHING), Recording.sum("1 1 -x5 1"), 8)).containsExactly(
                tuple(minute(1), INSUFFICIENT_DATA, OK), tuple(minute(5), OK, ALARM), tuple(minute(8), ALARM, OK));
    }

    @Test
    void silenceThatIsIgnoredChangesNothing() {
        assertThat(changes(errors.treating(MissingData.IGNORE), Recording.sum("5 -x9"), 10))
                .containsExactly(tuple(minute(1), INSUFFICIENT_DATA, ALARM));
    }

    @Test
    void aMultiDayAlarmLooksOnceAnHourAtDataUpToTheHour() {
        MetricAlarm daily = MetricAlarm.when("backup failed", Comparison.GREATER, 0).every(Duration.ofHours(12)).forAny(
                1,
                3);
        Instant failure = Instant.parse("2026-01-05T12:02:00Z");
        TimeSeries failed = TimeSeries.of("failed", new Range(failure, Duration.ofMinutes(1), 1), 1);

        assertThat(Replay.of(daily, AlarmInput.of(Statistic.parse("Sum"), RecordedMetric.of(failed)), START,
                START.plus(Duration.ofHours(3)))).extracting(Transition::at).containsExactly(
                        Instant.parse("2026-01-05T13:00:00Z"));
    }

    @Test
    void aHighResolutionAlarmIsEvaluatedEveryTenSeconds() {
        Range range = new Range(START, Duration.ofSeconds(10), 12);
        TimeSeries series = TimeSeries.of("errors", range, 0, 0, 0, 9, 9, 9, 0, 0, 0, 0, 0, 0);

        assertThat(changes(errors.every(Duration.ofSeconds(10)).forAll(2), AlarmInput.of(series), 2)).containsExactly(
                tuple(START.plusSeconds(10), INSUFFICIENT_DATA, OK), tuple(START.plusSeconds(50), OK, ALARM),
                tuple(START.plusSeconds(70), ALARM, OK));
    }

    @Test
    void dataFromBeforeTheAlarmWasCreatedCount() {
        assertThat(Replay.of(errors.forAll(3), Recording.sum("5 5 5 5"), minute(3), minute(4)))
                .extracting(Transition::at, Transition::to).containsExactly(tuple(minute(4), ALARM));
    }

    @Test
    void eachTransitionSaysWhy() {
        assertThat(Replay.of(errors, Recording.sum("5"), START, minute(1)).getFirst().reason().text()).isEqualTo(
                "Threshold Crossed: 1 datapoint [5.0 (05/01/26 12:00:00)] was greater than the threshold (3.0).");
    }

    @Test
    void namesAreUnique() {
        Replay replay = new Replay().add(errors, Recording.sum("1"));

        assertThatIllegalArgumentException().isThrownBy(() -> replay.add(CompositeAlarm.of("errors", "TRUE")))
                .withMessageContaining("'errors'");
    }
}
