// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.highlands.cloudwatch.model.math.Metrics.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArithmeticTest {

    private final Metrics two = metric("m1", "8 - 6 -").and("m2", "2 3 - -");

    @ParameterizedTest
    @CsvSource({"m1 + m2, 10 3 6 -", "m1 - m2, 6 -3 6 -", "m1 * m2, 16 0 0 -", "m2 ^ m1, 256 1 0 -"})
    void aMissingValueCountsAsZeroWhereTheOtherSeriesHasOne(String expression, String expected) {
        assertThat(two.result(expression)).isEqualTo(expected);
    }

    @Test
    void aPointThatWouldDivideByZeroIsDropped() {
        assertThat(metric("m1", "1 1 1").and("m2", "2 0 -").result("m1 / m2")).isEqualTo("0.5 - -");
    }

    @Test
    void aMissingDividendIsZero() {
        assertThat(metric("m1", "- 1").and("m2", "2 2").result("m1 / m2")).isEqualTo("0 0.5");
    }

    @ParameterizedTest
    @CsvSource({"m1 * 2, 16 - 12 -", "100 / m1, 12.5 - 16.666666666666668 -", "m1 / 0, - - - -", "-m1, -8 - -6 -"})
    void aNumberAppliesToEachValue(String expression, String expected) {
        assertThat(two.result(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'[m1, m2] * 2', 16 - 12 -, 4 6 - -", "'[m1, m2] - m2', 6 -3 6 -, 0 0 - -",
            "'2 * [m1, m2]', 16 - 12 -, 4 6 - -", "'m2 - [m1, m2]', -6 3 -6 -, 0 0 - -",
            "'-[m1, m2]', -8 - -6 -, -2 -3 - -"})
    void anArrayIsComputedSeriesBySeries(String expression, String first, String second) {
        assertThat(two.results(expression)).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[m1] + [m2]", "METRICS() / METRICS()"})
    void twoArraysHaveNoArithmetic(String expression) {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> two.result(expression))
                .withMessageContaining("not defined between TS[] and TS[]");
    }

    @Test
    void aNumberWithoutValueMakesNoPoints() {
        assertThat(metric("m1", "1 2").and("m2", "0 0").result("m1 * (1 / SUM(m2))")).isEqualTo("- -");
    }

    @ParameterizedTest
    @CsvSource({"1 + 2 * 3, 7", "(1 + 2) * 3, 9", "2 * 3 ^ 2, 18", "-2 ^ 2, -4", "2 ^ -1, 0.5", "2 ^ 3 ^ 2, 512",
            "10 - 4 - 3, 3", "100 / 10 / 5, 2", "2 * -3, -6", "1 + 1 == 2, 1", "1 < 2 == 1, 1",
            "0 AND 0 OR 1, 1", "1 OR 0 AND 0, 1", ".5 + 1.5e1, 15.5"})
    void operatorsBindAsInArithmetic(String expression, String expected) {
        assertThat(metric("m1", "1").result("TIME_SERIES(" + expression + ")")).isEqualTo(expected);
    }
}
