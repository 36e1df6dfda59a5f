// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.highlands.cloudwatch.model.math.Metrics.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The tables and lists of using-metric-math, "Using IF expressions". */
class IfFunctionTest {

    private final Metrics aws = metric("metric1", "1 1 0 0 -").and("metric2", "30 - 0 0 30").and("metric3",
            "0 0 20 - 20");

    @Test
    void awsTableOfThreeSeries() {
        assertThat(aws.result("IF(metric1, metric2, metric3)")).isEqualTo("30 0 20 - -");
    }

    @Test
    void awsTableOfANumberWhenTrue() {
        assertThat(aws.result("IF(metric1, 5, metric3)")).isEqualTo("5 5 20 - -");
    }

    @Test
    void awsTableOfANumberWhenFalse() {
        assertThat(aws.result("IF(metric1, metric2, 5)")).isEqualTo("30 0 5 5 -");
    }

    @Test
    void twoNumbersMarkHighsAndLows() {
        assertThat(metric("m1", "300 - 500").result("IF(m1 < 400, 10, 2)")).isEqualTo("10 - 2");
    }

    @Test
    void withoutAThirdArgumentAPointThatIsFalseIsDropped() {
        assertThat(metric("m1", "300 500 -").result("IF(m1 < 400, m1)")).isEqualTo("300 - -");
    }

    @Test
    void aNegativeConditionIsTrue() {
        assertThat(metric("m1", "-1 0").result("IF(m1, 1, 2)")).isEqualTo("1 2");
    }

    @Test
    void aNumberAsConditionChoosesAWholeSeries() {
        Metrics metrics = metric("m1", "1 2").and("m2", "3 4");

        assertThat(metrics.result("IF(SUM(m1) > 2, m1, m2)")).isEqualTo("1 2");
        assertThat(metrics.result("IF(SUM(m1) > 5, m1, m2)")).isEqualTo("3 4");
        assertThat(metrics.result("IF(SUM(m1) > 5, m1)")).isEqualTo("- -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IF(1, 2, 3)", "IF(1, metric1, 3)", "IF(METRICS(), 1, 0)", "IF(metric1, METRICS())"})
    void otherTypesAreRefused(String expression) {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> aws.result(expression))
                .withMessageContaining("of IF is");
    }
}
