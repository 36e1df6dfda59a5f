// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;

import static io.highlands.cloudwatch.model.math.Metrics.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CalendarFunctionsTest {

    @ParameterizedTest
    @CsvSource({"MINUTE, 59", "HOUR, 23", "DAY, 7", "DATE, 31", "MONTH, 5", "YEAR, 2026", "EPOCH, 1780271940"})
    void readsTheTimestampInUtc(String function, double expected) {
        Range range = new Range(Instant.parse("2026-05-31T23:59:00Z"), Duration.ofMinutes(1), 1);
        MathInputs inputs = new MathInputs(range, Map.of("m1", TimeSeries.of("m1", range, 5)));

        assertThat(MathExpression.parse(function + "(m1)").evaluate(inputs).getFirst().values())
                .containsExactly(expected);
    }

    @Test
    void mondayIsTheFirstDay() {
        assertThat(metric("m1", "5").result("DAY(m1)")).isEqualTo("1");
    }

    @Test
    void theResultIsNotSparse() {
        assertThat(metric("m1", "- - 7").result("MINUTE(m1)")).isEqualTo("0 1 2");
    }

    @Test
    void choosesOfficeHours() {
        assertThat(metric("m1", "1 2").result("IF(DAY(m1) < 6 AND (HOUR(m1) >= 9 AND HOUR(m1) < 17), m1)"))
                .isEqualTo("1 2");
    }

    @Test
    void anArrayIsRefused() {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> metric("m1", "1").result("DAY(METRICS())"))
                .withMessageContaining("Argument 1 of DAY is TS, not TS[]");
    }
}
