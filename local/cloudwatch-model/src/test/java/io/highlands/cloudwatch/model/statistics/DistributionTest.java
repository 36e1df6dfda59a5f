// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DistributionTest {

    @Test
    void equalSamplesTakeTheRoomOfOne() {
        double[] values = new double[100_000];
        Arrays.fill(values, 7);

        assertThat(Distribution.of(values, null).distinct()).isEqualTo(1);
        assertThat(Distribution.of(values, null).sampleCount()).isEqualTo(100_000);
    }

    @Test
    void mergingJoinsEqualValues() {
        Distribution merged = Samples.of(1, 2).plus(Samples.of(2, 3));

        assertThat(merged.distinct()).isEqualTo(3);
        assertThat(merged.count(1)).isEqualTo(2);
    }

    @Test
    void valuesAreSortedWhateverTheOrderTheyCameIn() {
        Distribution samples = Samples.of(3, 1, 2, 3, 1);

        assertThat(samples.distinct()).isEqualTo(3);
        assertThat(samples.value(0)).isEqualTo(1);
        assertThat(samples.count(0)).isEqualTo(2);
        assertThat(samples.value(2)).isEqualTo(3);
    }

    @Test
    void aValueWithCountZeroIsNoSample() {
        assertThat(Distribution.of(new double[]{5}, new double[]{0}).isEmpty()).isTrue();
    }

    @Test
    void valuesAreFinite() {
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(Double.NaN)).withMessageContaining("NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(Double.POSITIVE_INFINITY))
                .withMessageContaining("Infinity");
    }

    @Test
    void countsAreNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(new double[]{1}, new double[]{-2}))
                .withMessageContaining("-2.0");
    }

    @Test
    void valuesAndCountsHaveTheSameLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(new double[]{1, 2}, new double[]{1}))
                .withMessageContaining("2 and 1");
    }

    @Test
    void theMinimumOfAStatisticSetIsNotAboveItsMaximum() {
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.ofStatisticSet(2, 5, 4, 1))
                .withMessageContaining("4.0").withMessageContaining("1.0");
    }

    @Test
    void theDistinctValuesAndTheirCountsCanBeKeptElsewhere() {
        Distribution samples = Distribution.of(new double[]{3, 1, 3}, new double[]{1, 2, 4});

        assertThat(samples.values()).containsExactly(1, 3);
        assertThat(samples.counts()).containsExactly(2, 5);
    }
}
