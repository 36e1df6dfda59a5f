// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ProportionsTest {

    /** The example of statsmodels' proportions_ztest: 5 of 83 and 12 of 99 differ with p = 0.159, two-sided, so z is 1.408. */
    @Test
    void theStatisticIsThatOfThePooledTest() {
        assertThat(Proportions.z(12, 99, 5, 83)).isCloseTo(1.408, within(0.001));
        assertThat(Proportions.z(5, 83, 12, 99)).isCloseTo(-1.408, within(0.001));
    }

    @Test
    void withoutCallsOrWithoutADifferenceNothingIsLikely() {
        assertThat(Proportions.z(0, 0, 5, 83)).isZero();
        assertThat(Proportions.z(5, 83, 0, 0)).isZero();
        assertThat(Proportions.z(0, 50, 0, 50)).isZero();
        assertThat(Proportions.isLikely(Proportions.z(1, 50, 0, 50))).isFalse();
        assertThat(Proportions.isLikely(Proportions.z(10, 50, 0, 50))).isTrue();
    }

    @Test
    void chanceIsSaidInWords() {
        assertThat(Proportions.chance(3.2)).isEqualTo("by chance less than once in 1,000");
        assertThat(Proportions.chance(2)).isEqualTo("by chance less than once in 20");
        assertThat(Proportions.chance(1)).isEqualTo("which may be chance");
    }
}
