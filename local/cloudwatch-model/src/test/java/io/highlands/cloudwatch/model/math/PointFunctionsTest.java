// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.highlands.cloudwatch.model.math.Metrics.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PointFunctionsTest {

    @ParameterizedTest
    @CsvSource({"ABS(m1), 1.5 - 2.5", "CEIL(m1), -1 - 3", "FLOOR(m1), -2 - 2"})
    void changesEachValue(String expression, String expected) {
        assertThat(metric("m1", "-1.5 - 2.5").result(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"LOG10(m1), 0 2 - -", "LOG(m1), 0 4.605170185988092 - -"})
    void aLogarithmThatDoesNotExistIsDropped(String expression, String expected) {
        assertThat(metric("m1", "1 100 0 -1").result(expression)).isEqualTo(expected);
    }

    @Test
    void changesEachSeriesOfAnArray() {
        assertThat(metric("m1", "-1").and("m2", "-2").results("ABS(METRICS())")).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABS", "CEIL", "FLOOR", "LOG", "LOG10"})
    void aNumberIsRefused(String function) {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> metric("m1", "1").result(function + "(5)"))
                .withMessageContaining("Argument 1 of " + function + " is TS or TS[], not S");
    }
}
