// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.highlands.cloudwatch.model.math.Metrics.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ChangeFunctionsTest {

    @ParameterizedTest
    @CsvSource({"DIFF(m1), - 120 - -60", "DIFF_TIME(m1), - 60 - 120", "RATE(m1), - 2 - -0.5",
            "RUNNING_SUM(m1), 60 240 - 360"})
    void looksAtTheValueBefore(String expression, String expected) {
        assertThat(metric("m1", "60 180 - 120").result(expression)).isEqualTo(expected);
    }

    @Test
    void changesEachSeriesOfAnArray() {
        assertThat(metric("m1", "1 2").and("m2", "5 9").results("DIFF(METRICS())")).containsExactly("- 1", "- 4");
    }

    @Test
    void aNumberIsRefused() {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> metric("m1", "1").result("RATE(5)"))
                .withMessageContaining("Argument 1 of RATE is TS or TS[], not S");
    }
}
