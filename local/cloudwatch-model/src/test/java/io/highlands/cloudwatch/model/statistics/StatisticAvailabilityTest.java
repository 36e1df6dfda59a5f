// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatisticAvailabilityTest {

    @ParameterizedTest
    @ValueSource(strings = {"p50", "tm90", "wm90", "tc90", "ts90", "IQM", "PR(:1)", "TM(1:2)"})
    void aStatisticSetHidesTheValues(String name) {
        Statistic statistic = Statistic.parse(name);
        Distribution samples = Distribution.ofStatisticSet(3, 6, 1, 3);

        assertThat(statistic.of(samples)).isEmpty();
        assertThat(statistic.unavailable(samples)).hasValueSatisfying(
                reason -> assertThat(reason).startsWith(name).contains("statistic set"));
    }

    @Test
    void aStatisticSetOfOneSampleHasItsValue() {
        assertThat(Samples.value("p50", Distribution.ofStatisticSet(1, 7, 7, 7))).isEqualTo(7);
    }

    @Test
    void aStatisticSetOfEqualSamplesHasTheirValues() {
        assertThat(Samples.value("TC(:7)", Distribution.ofStatisticSet(4, 28, 7, 7))).isEqualTo(4);
    }

    @Test
    void aStatisticSetWhoseSumDoesNotFitHasNoValues() {
        assertThat(Distribution.ofStatisticSet(4, 29, 7, 7).hasValues()).isFalse();
    }

    @Test
    void oneStatisticSetHidesTheValuesOfTheWholePeriod() {
        Distribution samples = Samples.upTo(10).plus(Distribution.ofStatisticSet(3, 6, 1, 3));

        assertThat(Statistic.parse("p50").of(samples)).isEmpty();
        assertThat(Samples.value("SampleCount", samples)).isEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p50", "tm90", "wm90", "tc90", "ts90", "IQM", "PR(:1)"})
    void aNegativeValueMakesItUnavailable(String name) {
        Statistic statistic = Statistic.parse(name);

        assertThat(statistic.of(Samples.of(-1, 5))).isEmpty();
        assertThat(statistic.unavailable(Samples.of(-1, 5)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("negative").contains("-1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SampleCount", "Sum", "Average", "Minimum", "Maximum"})
    void theBasicStatisticsAreAlwaysAvailable(String name) {
        Distribution samples = Samples.of(-1).plus(Distribution.ofStatisticSet(3, 6, 1, 3));

        assertThat(Statistic.parse(name).of(samples)).isPresent();
        assertThat(Statistic.parse(name).unavailable(samples)).isEmpty();
    }

    @Test
    void zeroIsNotNegative() {
        assertThat(Samples.value("p50", Samples.of(-0.0, 0.0, 1))).isZero();
    }
}
