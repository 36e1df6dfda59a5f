// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PercentileRankTest {

    @ParameterizedTest
    @CsvSource({"PR(:300), 60", "PR(300:), 40", "PR(100:300), 40", "PR(:1000), 100", "PR(2000:), 0", "PR(:0.5), 0"})
    void isThePercentageOfSamplesWithinBounds(String statistic, double expected) {
        Distribution samples = Distribution.of(new double[]{100, 300, 1000}, new double[]{2, 4, 4});

        assertThat(Samples.value(statistic, samples)).isEqualTo(expected);
    }
}
