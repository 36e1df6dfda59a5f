// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;

import static io.highlands.cloudwatch.model.math.Metrics.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FillFunctionTest {

    private final Metrics gaps = metric("m1", "- 10 - - 40 -").and("m2", "1 2 3 - 5 -");

    @Test
    void fillsWithANumber() {
        assertThat(gaps.result("FILL(m1, 0)")).isEqualTo("0 10 0 0 40 0");
    }

    @Test
    void fillsWithAComputedNumber() {
        assertThat(gaps.result("FILL(m1, MIN(m1))")).isEqualTo("10 10 10 10 40 10");
    }

    @Test
    void fillsAMetricThatHasNoDataAtAll() {
        assertThat(metric("m1", "- - -").result("FILL(m1, 0)")).isEqualTo("0 0 0");
    }

    @Test
    void fillsWithAnotherSeriesWhereThatHasAValue() {
        assertThat(gaps.result("FILL(m1, m2)")).isEqualTo("1 10 3 - 40 -");
    }

    @Test
    void repeatsTheMostRecentValueBeforeTheGap() {
        assertThat(gaps.result("FILL(m1, REPEAT)")).isEqualTo("- 10 10 10 40 40");
    }

    @Test
    void drawsALineBetweenTheEndsOfTheGap() {
        assertThat(gaps.result("FILL(m1, LINEAR)")).isEqualTo("- 10 20 30 40 -");
    }

    @Test
    void fillsEachSeriesOfAnArray() {
        assertThat(gaps.results("FILL(METRICS(), 0)")).containsExactly("0 10 0 0 40 0", "1 2 3 0 5 0");
        assertThat(gaps.results("FILL(METRICS(), m2)")).containsExactly("1 10 3 - 40 -", "1 2 3 - 5 -");
    }

    @Test
    void aSeriesOfALongerPeriodHasNoGapBetweenItsPoints() {
        Range hour = Range.aligned(Metrics.START, Metrics.START.plusSeconds(900), Duration.ofMinutes(5));
        Range minutes = new Range(Metrics.START, Duration.ofMinutes(1), 15);
        TimeSeries five = TimeSeries.of("m1", hour, 1, Double.NaN, 3);

        assertThat(MathExpression.parse("FILL(m1, 0)").evaluate(new MathInputs(minutes, Map.of("m1", five))))
                .containsExactly(TimeSeries.of("m1", hour, 1, 0, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FILL(1, 0)", "FILL(m1, METRICS())", "FILL(m1, ASC)"})
    void otherTypesAreRefused(String expression) {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> gaps.result(expression))
                .withMessageContaining("of FILL is");
    }

    @Test
    void timeSeriesHasTheNumberInEveryPeriod() {
        assertThat(gaps.result("TIME_SERIES(MAX(m1))")).isEqualTo("40 40 40 40 40 40");
    }

    @Test
    void timeSeriesTakesANumber() {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> gaps.result("TIME_SERIES(m1)"))
                .withMessageContaining("Argument 1 of TIME_SERIES is S, not TS");
    }
}
