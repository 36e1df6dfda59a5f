// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.highlands.cloudwatch.model.math.Metrics.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ComparisonTest {

    private final Metrics aws = metric("metric1", "30 20 0 0").and("metric2", "20 - 20 -");

    /** The table of using-metric-math, "Comparison and logical operators". */
    @ParameterizedTest
    @CsvSource({"(metric1 < metric2), 0 0 1 0", "(metric1 >= 30), 1 0 0 0",
            "(metric1 > 15 AND metric2 > 15), 1 0 0 0"})
    void awsTable(String expression, String expected) {
        assertThat(aws.result(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"m1 == 2, 0 1 0", "m1 != 2, 1 0 1", "m1 <= 2, 1 1 0", "m1 >= 2, 0 1 1", "m1 < 2, 1 0 0",
            "m1 > 2, 0 0 1"})
    void trueIsOneAndFalseIsZero(String expression, String expected) {
        assertThat(metric("m1", "1 2 3").result(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"m1 AND m2, 1 0 0 0", "m1 && m2, 1 0 0 0", "m1 OR m2, 1 1 1 0", "m1 || m2, 1 1 1 0"})
    void logicTakesAnythingButZeroForTrue(String expression, String expected) {
        assertThat(metric("m1", "-5 2 0 0").and("m2", "1 0 7 0").result(expression)).isEqualTo(expected);
    }

    @Test
    void whereBothAreMissingThereIsNoPoint() {
        assertThat(metric("m1", "1 -").and("m2", "1 -").result("m1 == m2")).isEqualTo("1 -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"METRICS() > 1", "[metric1] == metric2", "metric1 AND METRICS()"})
    void arraysAreNotCompared(String expression) {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> aws.result(expression))
                .withMessageContaining("is not defined between");
    }
}
