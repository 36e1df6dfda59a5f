// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PercentileTest {

    @ParameterizedTest
    @CsvSource({"p0, 1", "p1, 1", "p50, 50", "p90, 90", "p95, 95", "p99, 99", "p99.9, 100", "p100, 100"})
    void isTheMaximumOfTheSamplesThatRemain(String statistic, double expected) {
        assertThat(Samples.value(statistic, Samples.upTo(100))).isEqualTo(expected);
    }

    @Test
    void takesUpToTenDecimalPlaces() {
        Distribution samples = Distribution.of(new double[]{1, 2}, new double[]{9_999_999_999d, 1});

        assertThat(Samples.value("p99.99999999", samples)).isEqualTo(1);
        assertThat(Samples.value("p99.9999999901", samples)).isEqualTo(2);
    }

    @Test
    void countsWeighValues() {
        Distribution samples = Distribution.of(new double[]{20, 10, 500}, new double[]{9, 90, 1});

        assertThat(Samples.value("p90", samples)).isEqualTo(10);
        assertThat(Samples.value("p99", samples)).isEqualTo(20);
        assertThat(Samples.value("p99.5", samples)).isEqualTo(500);
    }

    @Test
    void ofOneSampleIsThatSample() {
        assertThat(Samples.value("p99", Samples.of(7))).isEqualTo(7);
    }

    @Test
    void decimalArithmeticKeepsTheRankExact() {
        // In binary 0.07 x 100 is 7.000000000000001, which would be rank 8
        assertThat(Samples.value("p7", Samples.upTo(100))).isEqualTo(7);
    }
}
