// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BasicStatisticTest {

    @ParameterizedTest
    @CsvSource({"SampleCount, 4", "Sum, 10", "Average, 2.5", "Minimum, 1", "Maximum, 4"})
    void aggregatesAllSamples(String statistic, double expected) {
        assertThat(Samples.value(statistic, Samples.of(4, 1, 3, 2))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"SampleCount, 6", "Sum, 80", "Minimum, 10", "Maximum, 20"})
    void countsMultiplyValues(String statistic, double expected) {
        Distribution samples = Distribution.of(new double[]{10, 20}, new double[]{4, 2});

        assertThat(Samples.value(statistic, samples)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"SampleCount, 7", "Sum, 31", "Minimum, -1", "Maximum, 12"})
    void statisticSetsAddUpWithValues(String statistic, double expected) {
        Distribution samples = Distribution.ofStatisticSet(5, 20, 2, 9).plus(Samples.of(12, -1));

        assertThat(Samples.value(statistic, samples)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"SampleCount", "Sum", "Average", "Minimum", "Maximum", "p50", "tm90", "PR(:1)", "TC(:1)"})
    void withoutSamplesThereIsNoValue(String statistic) {
        assertThat(Statistic.parse(statistic).of(Distribution.EMPTY)).isEmpty();
    }
}
