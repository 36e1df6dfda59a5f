// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StatisticNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"Sum", "IQM", "p0", "p99.99", "p100", "tm99", "wm98.5", "tc1", "ts0", "TM(2%:98%)",
            "TM(150:1000)", "WM(10%:90%)", "TC(0.005:0.030)", "TS(80%:)", "TC(:0.5)", "PR(:300)", "PR(100:2000)"})
    void keepsTheNameAsWritten(String name) {
        assertThat(Statistic.parse(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sum", "P99", "p-1", "p99.", "p1.12345678901", "tm(5%:95%)", "TM90", "TM(90%)", "iqm",
            "pr300", "TM(5% : 95%)", "PR(a:b)"})
    void refusesWhatIsNoStatistic(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Statistic.parse(name)).withMessageContaining("'" + name)
                .withMessageContaining("allowed are");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p100.1", "tm101", "TM(5%:101%)"})
    void aPercentageIsAtMostAHundred(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Statistic.parse(name)).withMessageContaining("0 to 100");
    }

    @Test
    void atLeastOneBoundIsGiven() {
        assertThatIllegalArgumentException().isThrownBy(() -> Statistic.parse("TM(:)"))
                .withMessageContaining("at least one bound");
    }

    @Test
    void boundsAreBothNumbersOrBothPercentages() {
        assertThatIllegalArgumentException().isThrownBy(() -> Statistic.parse("TM(5%:100)"))
                .withMessageContaining("mixes");
    }

    @Test
    void theLowerBoundIsBelowTheUpper() {
        assertThatIllegalArgumentException().isThrownBy(() -> Statistic.parse("TM(95%:5%)"))
                .withMessageContaining("not below");
    }

    @Test
    void aPercentileRankTakesPlainNumbers() {
        assertThatIllegalArgumentException().isThrownBy(() -> Statistic.parse("PR(:30%)"))
                .withMessageContaining("plain numbers");
    }
}
