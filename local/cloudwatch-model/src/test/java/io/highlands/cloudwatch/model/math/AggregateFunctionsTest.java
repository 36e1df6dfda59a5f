// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.highlands.cloudwatch.model.math.Metrics.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AggregateFunctionsTest {

    private final Metrics metrics = metric("m1", "1 - 3 -").and("m2", "5 6 - -");

    @ParameterizedTest
    @CsvSource({"SUM(m1), 4", "AVG(m1), 1", "MIN(m1), 1", "MAX(m1), 3", "STDDEV(m1), 1", "DATAPOINT_COUNT(m1), 2",
            "SUM(m1) / DATAPOINT_COUNT(m1), 2"})
    void ofOneSeriesIsANumber(String expression, String expected) {
        assertThat(metrics.result("TIME_SERIES(" + expression + ")"))
                .isEqualTo(String.join(" ", expected, expected, expected, expected));
    }

    @ParameterizedTest
    @CsvSource({"SUM(METRICS()), 6 6 3 -", "AVG(METRICS()), 3 3 1.5 -", "MIN(METRICS()), 1 6 3 -",
            "MAX(METRICS()), 5 6 3 -", "STDDEV(METRICS()), 2 0 0 -", "DATAPOINT_COUNT(METRICS()), 2 1 1 -"})
    void ofAnArrayIsASeries(String expression, String expected) {
        assertThat(metrics.result(expression)).isEqualTo(expected);
    }

    @Test
    void theAverageOfAnArrayTakesMissingValuesForZero() {
        assertThat(metric("m1", "4").and("m2", "-").result("AVG([m1, m2])")).isEqualTo("2");
    }

    @Test
    void theMaximumOfNoValuesIsNoNumber() {
        assertThat(metric("m1", "- -").result("TIME_SERIES(MAX(m1))")).isEqualTo("- -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUM", "AVG", "MIN", "MAX", "STDDEV", "DATAPOINT_COUNT"})
    void aNumberIsRefused(String function) {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> metrics.result(function + "(1)"))
                .withMessageContaining("Argument 1 of " + function + " is TS or TS[], not S");
    }

    @Test
    void aMaximumOfASeriesAndANumberIsRefused() {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> metrics.result("MAX([m1, 0])"))
                .withMessageContaining("An array holds series (TS), not a number (S)");
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> metrics.result("MAX(m1, 0)"))
                .withMessageContaining("MAX takes 1 argument, not 2");
    }

    @Test
    void momentsOfAllSeriesAreJoinedInOrder() {
        assertThat(metric("m1", "- 1 - 1 -").and("m2", "2 - - 2 -").and("m3", "- - - - 4").result("SUM(METRICS())"))
                .isEqualTo("2 1 - 3 4");
    }

    @Test
    void anEmptyArrayMakesAnEmptySeries() {
        assertThat(metrics.result("SUM(METRICS('none'))")).isEqualTo("- - - -");
    }
}
