// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** alarm-evaluation: how often alarms are evaluated. */
class EvaluationScheduleTest {

    @ParameterizedTest
    @CsvSource({"10, 3, 10", "20, 3, 10", "30, 3, 10", "60, 1, 60", "300, 3, 60", "3600, 24, 60", "3600, 25, 3600",
            "86400, 2, 3600"})
    void dependsOnPeriodAndWindow(int period, int n, int interval) {
        MetricAlarm alarm = Windows.ALARM.every(Duration.ofSeconds(period)).forAll(n);

        assertThat(EvaluationSchedule.of(alarm).interval()).isEqualTo(Duration.ofSeconds(interval));
    }

    @Test
    void dataCountUpToTheLastFullInterval() {
        EvaluationSchedule hourly = new EvaluationSchedule(Duration.ofHours(1));

        assertThat(hourly.boundary(Instant.parse("2026-01-05T10:03:00Z"))).isEqualTo("2026-01-05T10:00:00Z");
        assertThat(hourly.next(Instant.parse("2026-01-05T10:03:00Z"))).isEqualTo("2026-01-05T11:00:00Z");
        assertThat(hourly.next(Instant.parse("2026-01-05T10:00:00Z"))).isEqualTo("2026-01-05T11:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"6, 10", "60, 1", "600, 1"})
    void aFasterWorldIsEvaluatedMoreOften(int timeScale, int seconds) {
        assertThat(EvaluationSchedule.of(Windows.ALARM).dividedBy(timeScale).interval())
                .isEqualTo(Duration.ofSeconds(seconds));
    }
}
